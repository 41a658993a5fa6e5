// Two pictures are compared side by side, by slider, flicker, overlay or difference. Both move and zoom in step;
// the right one can be turned and mirrored, and the regions that matched can be laid on each other.
import { boxOf, matrixOf, mirrored, placementOf, turned } from './comparison-geometry.js';
import { listenToHandles } from './comparison-handles.js';
import { listenToComparisonKeys } from './comparison-keys.js';
import { offerOtherViews } from './comparison-views.js';

const least = .25;
const most = 24;
const enhanced = new WeakMap();

export function compareImages(root) {
  for (const element of root.querySelectorAll('[data-compare]'))
    if (!enhanced.has(element))
      enhanced.set(element, new Comparison(element));
}

export function comparisonOf(element) {
  return enhanced.get(element);
}

export class Comparison {
  mode = 'beside';
  zoom = 1;
  pan = { x: 0, y: 0 };
  amount = { slide: 50, flicker: 6, overlay: 50 };
  lineUp = null;
  showsBoxes = true;
  // The arrows choose a view until the pictures are zoomed: a light table sets it.
  arrowsStep = false;
  runs = false;
  #timer;
  #rightIsShown = true;

  constructor(element) {
    this.element = element;
    this.isPage = element.dataset.compare === 'page';
    this.tools = element.querySelector('[data-compare-tools]');
    this.panes = element.querySelector('[data-compare-panes]');
    this.status = element.querySelector('[data-compare-said]');
    this.sides = Object.fromEntries([...element.querySelectorAll('.compare-pane')].map(pane => [pane.dataset.side, sideOf(pane)]));
    if (element.dataset.mirrored === 'true')
      this.sides.right.turn = mirrored(this.sides.right.turn);

    this.tools.hidden = false;
    element.classList.add('is-live');
    for (const [key, value] of [['tabindex', 0], ['role', 'group'], ['aria-label', this.panes.dataset.label]])
      this.panes.setAttribute(key, value);
    this.tools.addEventListener('click', event => this.#press(event.target.closest('button')));
    this.tools.addEventListener('input', event => this.setAmount(event.target.dataset.amount, Number(event.target.value)));
    this.panes.addEventListener('dragstart', event => event.preventDefault());
    listenToHandles(this);
    listenToComparisonKeys(this);
    this.views = offerOtherViews(this);
    for (const side of Object.values(this.sides))
      side.image.addEventListener('load', () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.panes);
    this.show('beside');
  }

  // Regions coincide wherever pictures lie on each other, unless somebody said otherwise; side by side one first sees all.
  get isLinedUp() {
    return this.mayLineUp && (this.lineUp ?? this.mode !== 'beside');
  }

  get mayLineUp() {
    return this.sides.left.box !== null && this.sides.right.box !== null;
  }

  // Width and height of one pane: in every way of comparing both are alike.
  get size() {
    const glass = this.sides.left.glass;
    return { width: glass.clientWidth, height: glass.clientHeight };
  }

  show(mode) {
    this.mode = mode;
    this.element.dataset.shows = mode;
    for (const button of this.tools.querySelectorAll('[data-mode]'))
      button.ariaPressed = String(button.dataset.mode === mode);
    for (const part of this.tools.querySelectorAll('[data-for]'))
      part.hidden = part.dataset.for !== mode;
    this.run(mode === 'flicker' && !matchMedia('(prefers-reduced-motion: reduce)').matches);
    this.draw();
  }

  run(runs) {
    clearInterval(this.#timer);
    this.runs = runs;
    this.#rightIsShown = true;
    const button = this.tools.querySelector('[data-do=run]');
    button.textContent = runs ? button.dataset.stop : button.dataset.start;
    // From two seconds down to a fifth of one: never three flashes a second (WCAG 2.3.1).
    if (runs)
      this.#timer = setInterval(() => {
        this.#rightIsShown = !this.#rightIsShown;
        this.draw();
      }, 2200 - 200 * this.amount.flicker);
    this.draw();
  }

  setAmount(mode, value) {
    const input = this.tools.querySelector(`[data-amount=${mode}]`);
    this.amount[mode] = Math.min(Math.max(value, Number(input.min)), Number(input.max));
    input.value = this.amount[mode];
    if (mode === 'flicker' && this.runs)
      this.run(true);
    this.draw();
  }

  // Around a point of the pane, given from its centre, which stays where it is.
  zoomBy(factor, x = 0, y = 0) {
    const zoom = Math.min(Math.max(this.zoom * factor, least), most);
    const by = zoom / this.zoom;
    this.pan = { x: x - (x - this.pan.x) * by, y: y - (y - this.pan.y) * by };
    this.zoom = zoom;
    this.draw();
  }

  moveBy(x, y) {
    this.pan = { x: this.pan.x + x, y: this.pan.y + y };
    this.draw();
  }

  reset() {
    this.zoom = 1;
    this.pan = { x: 0, y: 0 };
    this.lineUp = null;
    this.turnBack(this.element.dataset.mirrored === 'true');
  }

  // As it is stored, or mirrored where the one product is the mirror image of the other.
  turnBack(isMirrored) {
    this.element.dataset.mirrored = isMirrored;
    this.sides.right.turn = isMirrored ? mirrored([1, 0, 0, 1]) : [1, 0, 0, 1];
    this.draw();
  }

  // Another picture on one side; its region is known only where it is the one that was found.
  put(name, { large, title, box }) {
    const side = this.sides[name];
    side.box = box;
    side.rect = rectOf(side.svg, box);
    Object.assign(side.image, { src: large, alt: title });
    side.caption.querySelector('.compare-name').textContent = title;
    side.caption.querySelector('.compare-large-link').href = large;
    this.draw();
  }

  say(text) {
    this.status.textContent = text;
  }

  press(what) {
    this.#press(this.tools.querySelector(`[data-mode=${what}], [data-do=${what}]`));
  }

  #press(button) {
    if (!button || button.disabled || button.hidden)
      return;
    const { mode, do: what, said } = button.dataset;
    if (mode) {
      this.show(mode);
      this.say(mode === 'flicker' && !this.runs ? `${said} ${this.status.dataset.paused}` : said);
      return;
    }
    const right = this.sides.right;
    const acts = {
      in: () => this.zoomBy(1.25),
      out: () => this.zoomBy(.8),
      reset: () => this.reset(),
      turn: () => { right.turn = turned(right.turn); },
      mirror: () => { right.turn = mirrored(right.turn); },
      line: () => { this.lineUp = !this.isLinedUp; },
      boxes: () => { this.showsBoxes = !this.showsBoxes; },
      previous: () => this.views.step('right', -1),
      next: () => this.views.step('right', 1),
      run: () => this.run(!this.runs),
    };
    acts[what]();
    this.draw();
    if (what === 'previous' || what === 'next')
      return;
    const pressed = what === 'run' ? this.runs : button.ariaPressed === 'true';
    const scale = what === 'in' || what === 'out' ? ` ${this.status.dataset.scale.replace('{0}', Math.round(this.zoom * 100))}` : '';
    this.say((said ?? (pressed ? button.dataset.on : button.dataset.off)) + scale);
  }

  draw() {
    const { left, right } = this.sides;
    const { width, height } = this.size;
    if (width === 0 || left.image.naturalWidth === 0 || right.image.naturalWidth === 0)
      return;
    this.element.classList.toggle('is-zoomed', this.zoom !== 1);
    this.element.classList.toggle('is-boxless', !this.showsBoxes);
    const placements = placementOf(left, right, width, height, this.isLinedUp);
    for (const [side, placement] of [[left, placements.left], [right, placements.right]]) {
      const matrix = matrixOf(placement, this.zoom, this.pan, width, height);
      side.image.style.transform = `matrix(${matrix.join(',')})`;
      if (side.rect)
        for (const [key, value] of Object.entries(boxOf(side, matrix)))
          side.rect.setAttribute(key, value.toFixed(2));
    }
    this.#lay(right, width);
    this.#mark();
  }

  // How the right picture lies on the left one.
  #lay(right, width) {
    const isShown = this.mode !== 'flicker' || this.#rightIsShown;
    right.layer.style.visibility = isShown ? '' : 'hidden';
    right.layer.style.clipPath = this.mode === 'slide' ? `inset(0 0 0 ${this.amount.slide * width / 100}px)` : '';
    right.image.style.opacity = this.mode === 'overlay' ? this.amount.overlay / 100 : '';
    this.handle.hidden = this.mode !== 'slide';
    this.handle.style.left = `${this.amount.slide * width / 100}px`;
    this.sides.left.layer.style.visibility = this.mode === 'flicker' && isShown ? 'hidden' : '';
    this.element.classList.toggle('shows-left', this.mode === 'flicker' && !isShown);
    this.element.classList.toggle('shows-right', this.mode === 'flicker' && isShown);
  }

  #mark() {
    const set = (what, pressed, may = true) => {
      const button = this.tools.querySelector(`[data-do=${what}]`);
      if (button)
        Object.assign(button, { ariaPressed: String(pressed), disabled: !may });
    };
    set('line', this.isLinedUp, this.mayLineUp);
    set('boxes', this.showsBoxes);
    const [a, b, c, d] = this.sides.right.turn;
    set('mirror', a * d - b * c < 0);
  }
}

function sideOf(pane) {
  const svg = pane.querySelector('svg');
  const rect = svg.querySelector('rect');
  const share = key => Number(rect.getAttribute(key)) / 100;
  // From here on the boxes are drawn in pixels of the pane, so that their lines stay as thin as they are.
  svg.removeAttribute('viewBox');
  return {
    glass: pane.querySelector('.compare-glass'),
    layer: pane.querySelector('.compare-layer'),
    image: pane.querySelector('img'),
    caption: pane.querySelector('figcaption'),
    svg,
    rect,
    box: rect ? { x: share('x'), y: share('y'), width: share('width'), height: share('height') } : null,
    turn: [1, 0, 0, 1],
  };
}

function rectOf(svg, box) {
  svg.replaceChildren();
  return box ? svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'rect')) : null;
}
