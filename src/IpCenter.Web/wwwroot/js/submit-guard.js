// Nothing is sent twice by an impatient thumb. The server's own guard is the concurrency token; this spares the error.
export function guardSubmits(root) {
  root.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post')
      return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    form.setAttribute('aria-busy', 'true');
  });
  // Coming back by the browser's own button shows the form as it was: it may be sent again.
  addEventListener('pageshow', () => {
    for (const form of root.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    }
  });
}
