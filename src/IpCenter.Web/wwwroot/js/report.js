// The report of a copy: screenshots go up one by one while the rest is filled in, a pasted share text fills the fields,
// and the device's clock is told. Without this the form sends everything at once.
export function helpReport(form) {
  for (const field of form.querySelectorAll('[data-device-time]'))
    form.addEventListener('submit', () => field.value = new Date().toISOString());
  const input = form.querySelector('[data-screenshots]');
  input.addEventListener('change', () => uploadAll(form, input));
  // On a slow line the files may have been chosen before this script arrived.
  if (input.files.length > 0)
    uploadAll(form, input);
  const share = form.querySelector('[data-share]');
  share.addEventListener('paste', () => setTimeout(() => read(form, share)));
}

function token(form) {
  return form.querySelector('[name=__RequestVerificationToken]').value;
}

async function uploadAll(form, input) {
  const files = [...input.files];
  // They are sent here; the form must not send them again.
  input.value = '';
  for (const file of files)
    await upload(form, file);
}

function upload(form, file) {
  const item = document.createElement('li');
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', `${form.dataset.reportSending} ${file.name}`);
  const name = document.createElement('span');
  name.textContent = file.name;
  item.append(bar, name);
  form.querySelector('[data-shots]').append(item);

  const data = new FormData();
  data.append('__RequestVerificationToken', token(form));
  data.append('file', file);
  data.append('deviceTime', new Date().toISOString());
  return new Promise(done => {
    const request = new XMLHttpRequest();
    request.open('POST', form.dataset.report);
    request.responseType = 'json';
    request.upload.addEventListener('progress', event => { if (event.lengthComputable) bar.value = event.loaded / event.total; });
    request.addEventListener('loadend', () => {
      if (request.status === 200)
        item.replaceChildren(picture(request.response.thumbnail), name, removal(form, request.response));
      else
        item.replaceChildren(problem(request.response?.error ?? `${file.name}: ${form.dataset.reportFailed}`));
      done();
    });
    request.send(data);
  });
}

function picture(address) {
  const image = document.createElement('img');
  image.src = address;
  image.alt = '';
  image.width = image.height = 96;
  return image;
}

function removal(form, shot) {
  const button = document.createElement('button');
  button.className = 'btn btn-outline-secondary';
  button.name = 'Input.Remove';
  button.value = shot.id;
  button.textContent = form.dataset.reportRemove;
  button.setAttribute('aria-label', `${form.dataset.reportRemove} ${shot.name}`);
  return button;
}

function problem(text) {
  const line = document.createElement('p');
  line.className = 'field-error';
  line.textContent = text;
  return line;
}

async function read(form, share) {
  const data = new FormData();
  data.append('__RequestVerificationToken', token(form));
  data.append('text', share.value);
  const answer = await fetch(form.dataset.reportShare, { method: 'POST', body: data });
  if (!answer.ok)
    return;
  const found = await answer.json();
  if (found.linkOrRoom)
    share.value = found.linkOrRoom;
  const account = form.querySelector('[name="Input.Account"]');
  if (found.account && !account.value)
    account.value = found.account;
  if (found.platform && !form.querySelector('[name="Input.Platform"]:checked'))
    form.querySelector(`[name="Input.Platform"][value="${CSS.escape(found.platform)}"]`).checked = true;
}
