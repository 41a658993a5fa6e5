// A form in [data-in-place="selector"] is sent without leaving the page: that element is replaced by what it became, and
// everything else stays as and where it is. Whatever goes wrong, the form's own way is gone.
import { compareImages } from './comparison.js';

export function answerInPlace(document) {
  document.addEventListener('submit', event => {
    const form = event.target;
    const selector = (form.closest('[data-in-place]') ?? event.submitter?.closest('[data-in-place]'))?.dataset.inPlace;
    if (!selector || event.defaultPrevented)
      return;
    event.preventDefault();
    send(form, event.submitter, selector);
  });
}

async function send(form, submitter, selector) {
  const answers = new URLSearchParams(new FormData(form));
  if (submitter?.name)
    answers.append(submitter.name, submitter.value);
  const answer = await fetch(form.action, { method: 'POST', body: answers }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const [old, fresh] = [document.querySelector(selector), page?.querySelector(selector)];
  if (!old || !fresh) {
    if (answer)
      location.assign(answer.url);
    else
      form.submit();
    return;
  }
  for (const opened of [fresh, ...fresh.querySelectorAll('details[id]')])
    if (opened.matches('details') && opened.id)
      opened.open = old.parentNode.querySelector(`#${CSS.escape(opened.id)}`)?.open ?? opened.open;
  old.replaceWith(document.adoptNode(fresh));
  compareImages(document);
  if (submitter?.name)
    fresh.querySelector(`button[name="${CSS.escape(submitter.name)}"][value="${CSS.escape(submitter.value)}"]`)?.focus({ preventScroll: true });
  say(page.querySelector('.flash')?.textContent.trim());
}

function say(text) {
  let place = document.querySelector('[data-said-in-place]');
  if (!place) {
    place = document.createElement('p');
    place.className = 'said-in-place';
    place.dataset.saidInPlace = '';
    place.setAttribute('role', 'status');
    document.querySelector('main').append(place);
  }
  place.textContent = text ?? '';
}
