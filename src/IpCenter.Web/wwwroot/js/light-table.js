// The light table: a view of the case on the left, on the right the corresponding view of the look-alike that was chosen.
// Left and Right choose the view, u and i the look-alike, w fills the screen, while the table is in view; y and n judge only
// with the focus on the table or in full screen, so that no key judges by accident. The rest is the comparison's own.
import { compareImages, comparisonOf } from './comparison.js';
import { isSeen, isTyping } from './comparison-keys.js';
import { isOff } from './keyboard.js';
import { bringIntoStrip } from './comparison-views.js';

export function lightTables(root) {
  compareImages(root);
  root.addEventListener('click', stayOnPage);
  for (const element of root.querySelectorAll('[data-light-table]'))
    new LightTable(element);
}

// The table writes what lies on it into the address. A link to a part of this page must not load it anew for that: what is
// ticked and typed would be lost.
function stayOnPage(event) {
  const link = event.target.closest('a[href*="#"]');
  if (!link?.hash || link.dataset.loadInPlace || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname)
    return;
  event.preventDefault();
  location.hash = link.hash;
}

class LightTable {
  constructor(element) {
    this.element = element;
    this.comparison = comparisonOf(element.querySelector('[data-compare]'));
    this.comparison.arrowsStep = true;
    this.whole = element.querySelector('[data-table-whole]');
    this.whole.hidden = !document.fullscreenEnabled;
    this.whole.addEventListener('click', () => this.fill());
    document.addEventListener('fullscreenchange', () => { this.whole.ariaPressed = String(document.fullscreenElement === element); });
    element.addEventListener('click', event => this.#click(event));
    element.addEventListener('answered', event => this.#judged(event.target));
    this.comparison.element.addEventListener('view-chosen', ({ detail }) => detail.side === 'left' && this.#follow(detail.image));
    document.addEventListener('keydown', event => this.#key(event));
    this.side = this.sides.find(link => link.ariaCurrent === 'true')?.dataset.side;
    this.#read();
  }

  get sides() {
    return [...this.element.querySelectorAll('[data-table]')];
  }

  get shown() {
    return this.sides.find(link => link.dataset.side === this.side) ?? this.sides[0];
  }

  // Lays a look-alike on the table: with the view that it resembles, unless another is to stay.
  lay(link) {
    this.side = link.dataset.side;
    this.#mark();
    this.#read();
    const { views } = this.comparison;
    const list = this.element.querySelector('[data-views=right]');
    list.replaceChildren(...this.data.views.map(view => itemOf(view, view.image === this.data.found ? this.data.foundBox : null)));
    for (const view of views.linksOf('left'))
      if (view.dataset.image === this.data.query && this.data.queryBox)
        view.dataset.box = this.data.queryBox;
      else
        delete view.dataset.box;
    const address = new URL(location.href);
    address.searchParams.set('lead', link.dataset.side);
    history.replaceState(null, '', address.pathname + address.search);
    this.comparison.turnBack(this.data.mirrored);
    const left = views.linksOf('left');
    views.choose('left', left.find(view => view.dataset.image === this.data.query) ?? left.find(view => view.ariaCurrent === 'true') ?? left[0]);
    bringIntoStrip(link);
    this.comparison.say(link.textContent.trim().replace(/\s+/g, ' '));
  }

  step(by) {
    const sides = this.sides;
    this.lay(sides[(sides.indexOf(this.shown) + by + sides.length) % sides.length]);
  }

  fill() {
    if (document.fullscreenElement)
      document.exitFullscreen();
    else
      this.element.requestFullscreen();
  }

  #mark() {
    for (const each of this.sides)
      if (each.dataset.side === this.side)
        each.ariaCurrent = 'true';
      else
        each.removeAttribute('aria-current');
    for (const card of this.element.querySelectorAll('.lead-card'))
      card.hidden = card.id !== `lead-${this.side}`;
  }

  #read() {
    this.data = JSON.parse(this.shown.dataset.table);
  }

  #follow(image) {
    const right = this.comparison.views.linksOf('right');
    const next = right.find(view => view.dataset.image === this.data.pairs[image]);
    if (next)
      this.comparison.views.choose('right', next);
  }

  #click(event) {
    const link = event.target.closest('[data-table]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    this.lay(link);
  }

  // The next that nobody has judged follows, and the focus with it; without one the judged stays. Who laid another on the table
  // before the answer came keeps that.
  #judged(card) {
    const sides = this.sides;
    const at = sides.findIndex(link => `lead-${link.dataset.side}` === card.id);
    if (at < 0)
      return;
    const hadFocus = document.activeElement === document.body || card.contains(document.activeElement);
    if (sides[at].dataset.side !== this.side) {
      this.#mark();
      return;
    }
    this.lay([...sides.slice(at + 1), ...sides.slice(0, at)].find(link => link.dataset.open) ?? sides[at]);
    const laid = document.getElementById(`lead-${this.side}`);
    if (!hadFocus || laid === card)
      return;
    laid.tabIndex = -1;
    laid.focus({ preventScroll: true });
  }

  #isSeen() {
    return [...this.element.querySelectorAll('.table-sides, [data-compare], .lead-card:not([hidden])')].some(isSeen);
  }

  #key(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(target) || isOff(event) || !this.#isSeen())
      return;
    const isArrow = key === 'ArrowLeft' || key === 'ArrowRight';
    if (isArrow && !target.matches('input') && this.comparison.zoom === 1)
      this.comparison.views.step('left', key === 'ArrowRight' ? 1 : -1);
    else if (key === 'u' || key === 'i') {
      this.step(key === 'i' ? 1 : -1);
      this.shown.focus({ preventScroll: true });
    } else if ((key === 'y' || key === 'n') && (this.element.contains(target) || document.fullscreenElement === this.element))
      this.element.querySelector(`.lead-card:not([hidden]) [data-table-key=${key}]`)?.click();
    else if (key === 'w')
      this.fill();
    else
      return;
    event.preventDefault();
  }
}

function itemOf({ image, name, small, large }, box) {
  const item = document.createElement('li');
  const link = item.appendChild(document.createElement('a'));
  link.href = '';
  Object.assign(link.dataset, { image, name, large }, box ? { box } : {});
  link.append(Object.assign(new Image(72, 72), { src: small, alt: '', loading: 'lazy' }), Object.assign(document.createElement('span'), { textContent: name }));
  return item;
}
