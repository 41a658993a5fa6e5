// A click on a view opens it large, with zoom and rotation; without this the link opens the large picture.
import Viewer from '../lib/viewer.esm.js';

export function openImages(root) {
  style('lib/viewer.min.css');
  for (const grid of root.querySelectorAll('[data-viewer]')) {
    const viewer = new Viewer(grid, { url: 'data-large', movable: true, transition: false, title: image => image.alt });
    for (const link of grid.querySelectorAll('a:has(img[data-large])'))
      link.addEventListener('click', event => event.preventDefault());
    grid.addEventListener('hidden', () => viewer.element.querySelector('a:focus')?.blur());
  }
}

function style(address) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
}
