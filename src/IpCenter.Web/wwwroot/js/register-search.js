// Pictures come by choosing, dropping, pasting or the camera, and are searched with at once. Words alone go as a plain address.
// Without this the same form is sent by its button.
const enoughForSearching = 1600;
const largeFile = 1024 * 1024;
// More words than are read: the form takes any number and says so, an address does not.
const longestWords = 2000;

for (const form of document.querySelectorAll('form[data-search]'))
  enhance(form);

const filters = document.querySelector('details[data-narrow]');
if (filters && matchMedia('(min-width: 992px)').matches)
  filters.open = true;

function enhance(form) {
  const inputs = [...form.querySelectorAll('input[type=file]')];
  form.addEventListener('submit', () => {
    const hasPictures = inputs.some(input => input.files.length > 0);
    if (!hasPictures && form.elements.q.value.length <= longestWords)
      sendAsAddress(form, inputs);
    say(form, hasPictures ? form.dataset.busyPictures : form.dataset.busyWords);
  });
  addEventListener('pageshow', () => restore(form));
  for (const input of inputs)
    input.addEventListener('change', () => input.files.length > 0 && take(form, input, input.files));
  if (inputs.length === 0)
    return;
  form.classList.add('register-live');
  takeDropped(form, inputs[0]);
  document.addEventListener('paste', event => {
    const pictures = picturesOf(event.clipboardData);
    if (pictures.length === 0)
      return;
    event.preventDefault();
    take(form, inputs[0], pictures);
  });
}

function takeDropped(form, input) {
  let inside = 0;
  form.addEventListener('dragenter', event => {
    if (hasFiles(event))
      form.classList.toggle('register-dropping', ++inside > 0);
  });
  form.addEventListener('dragleave', event => {
    if (hasFiles(event))
      form.classList.toggle('register-dropping', --inside > 0);
  });
  form.addEventListener('dragover', event => hasFiles(event) && event.preventDefault());
  form.addEventListener('drop', event => {
    if (!hasFiles(event))
      return;
    event.preventDefault();
    inside = 0;
    form.classList.remove('register-dropping');
    // What is no picture is sent too: the answer says in words why it cannot be searched with.
    take(form, input, event.dataTransfer.files);
  });
}

function hasFiles(event) {
  return event.dataTransfer?.types.includes('Files');
}

function picturesOf(data) {
  return [...(data?.files ?? [])].filter(file => file.type.startsWith('image/'));
}

async function take(form, input, files) {
  say(form, form.dataset.busyPictures);
  const list = new DataTransfer();
  for (const file of await Promise.all([...files].map(smaller)))
    list.items.add(file);
  input.files = list.files;
  form.requestSubmit();
}

// A phone's photo has ten times the pixels that a search looks at. One that this browser cannot read is sent as it is.
async function smaller(file) {
  if (file.size < largeFile || !/^image\/(jpeg|png|webp)$/.test(file.type))
    return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, enoughForSearching / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.92));
    return blob && blob.size < file.size ? new File([blob], file.name, { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}

function sendAsAddress(form, inputs) {
  form.method = 'get';
  form.removeAttribute('enctype');
  const left = [...form.elements].filter(element =>
    inputs.includes(element) || element.name.startsWith('_') || (element.matches('input:not([type=checkbox])') && element.value.trim() === ''));
  for (const element of left) {
    element.disabled = true;
    element.dataset.leftOut = 'true';
  }
}

// Coming back by the browser's own button shows the form as it was.
function restore(form) {
  form.method = 'post';
  form.enctype = 'multipart/form-data';
  for (const element of [...form.elements].filter(element => element.dataset.leftOut)) {
    element.disabled = false;
    delete element.dataset.leftOut;
  }
  say(form, '');
}

function say(form, text) {
  form.querySelector('[data-busy]').textContent = text;
  form.toggleAttribute('aria-busy', text !== '');
}
