// Shows what was chosen before it is sent: a small picture, the name and the size.
export function previewUploads(root) {
  for (const input of root.querySelectorAll('input[data-upload]')) {
    const list = root.querySelector(`[data-upload-preview="${CSS.escape(input.id)}"]`);
    if (list)
      input.addEventListener('change', () => list.replaceChildren(...[...input.files].map(preview)));
  }
}

function preview(file) {
  const item = document.createElement('li');
  if (/^image\/(jpeg|png|webp|gif|avif)$/.test(file.type)) {
    const picture = document.createElement('img');
    picture.alt = '';
    picture.src = URL.createObjectURL(file);
    picture.addEventListener('load', () => URL.revokeObjectURL(picture.src), { once: true });
    item.append(picture);
  }
  item.append(`${file.name} · ${(file.size / 1048576).toFixed(1)} MB`);
  return item;
}
