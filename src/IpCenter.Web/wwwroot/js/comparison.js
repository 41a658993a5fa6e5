// Two pictures side by side become, on request, one with a slider, one that flickers between both, or one laid over the other.
const flickerEvery = 700;

export async function compareImages(root) {
  for (const figure of root.querySelectorAll('[data-compare]'))
    enhance(figure);
}

function enhance(figure) {
  const pair = figure.querySelector('.side-by-side-pair');
  const images = [...pair.querySelectorAll('img')];
  const modes = document.createElement('div');
  modes.className = 'side-by-side-modes';
  const stage = document.createElement('div');
  stage.hidden = true;
  let timer;

  const show = mode => {
    clearInterval(timer);
    pair.hidden = mode !== 'beside';
    stage.hidden = mode === 'beside';
    stage.replaceChildren();
    for (const button of modes.children)
      button.setAttribute('aria-pressed', String(button.dataset.mode === mode));
    if (mode === 'slide')
      slide(stage, images);
    if (mode === 'flicker')
      timer = flicker(stage, images);
    if (mode === 'overlay')
      overlay(stage, images, figure.dataset.compareOpacity);
  };

  for (const [mode, text] of [['beside', figure.dataset.compareBeside], ['slide', figure.dataset.compareSlide], ['flicker', figure.dataset.compareFlicker], ['overlay', figure.dataset.compareOverlay]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-outline-secondary';
    button.dataset.mode = mode;
    button.textContent = text;
    button.addEventListener('click', () => show(mode));
    modes.append(button);
  }
  pair.before(modes);
  pair.after(stage);
  show('beside');
}

async function slide(stage, images) {
  await import('../lib/img-comparison-slider.js');
  const slider = document.createElement('img-comparison-slider');
  images.forEach((image, i) => {
    const copy = image.cloneNode();
    copy.slot = i === 0 ? 'first' : 'second';
    slider.append(copy);
  });
  stage.className = '';
  stage.replaceChildren(slider);
}

function flicker(stage, images) {
  stage.className = 'side-by-side-flicker';
  const copies = images.map(image => image.cloneNode());
  stage.replaceChildren(...copies);
  let shown = true;
  return setInterval(() => copies[1].style.visibility = (shown = !shown) ? 'visible' : 'hidden', flickerEvery);
}

function overlay(stage, images, opacityText) {
  stage.className = 'side-by-side-overlay';
  const copies = images.map(image => image.cloneNode());
  const pictures = document.createElement('div');
  pictures.className = 'side-by-side-flicker';
  pictures.append(...copies);
  const label = document.createElement('label');
  const opacity = document.createElement('input');
  Object.assign(opacity, { type: 'range', min: 0, max: 100, value: 50 });
  const show = () => copies[1].style.opacity = String(opacity.value / 100);
  opacity.addEventListener('input', show);
  label.append(opacityText, opacity);
  stage.replaceChildren(pictures, label);
  show();
}
