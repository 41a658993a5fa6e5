// The other pictures of either side: a click or a key puts one in place of the present one, and the address follows.

export function offerOtherViews(comparison) {
  const { element } = comparison;
  const lists = () => [...element.querySelectorAll('[data-views]')];
  const linksOf = side => [...element.querySelectorAll(`[data-views=${side}] a`)];

  element.addEventListener('click', event => {
    const link = event.target.closest('[data-views] a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    choose(link.closest('[data-views]').dataset.views, link);
    comparison.say(link.dataset.name);
  });

  function choose(side, chosen) {
    for (const link of linksOf(side))
      if (link === chosen)
        link.ariaCurrent = 'true';
      else
        link.removeAttribute('aria-current');
    bringIntoStrip(chosen);
    comparison.put(side, { large: chosen.dataset.large, title: chosen.dataset.name, box: read(chosen.dataset.box) });
    history.replaceState(null, '', addressWith(location.href, chosen.closest('[data-views]'), chosen));
    for (const list of lists())
      for (const link of list.querySelectorAll('a'))
        link.href = addressWith(location.href, list, link);
    element.dispatchEvent(new CustomEvent('view-chosen', { detail: { side, image: chosen.dataset.image } }));
  }

  return {
    linksOf,
    choose,
    step(side, by) {
      const links = linksOf(side);
      if (links.length < 2)
        return;
      const here = links.findIndex(link => link.ariaCurrent === 'true');
      const next = links[(here + by + links.length) % links.length];
      choose(side, next);
      comparison.say(next.dataset.name);
    },
  };
}

// The strip moves, the page stays: the pictures are what is looked at.
export function bringIntoStrip(link) {
  const list = link.closest('ul, ol');
  const [strip, item] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  list.scrollLeft += Math.min(0, item.left - strip.left - 8) + Math.max(0, item.right - strip.right + 8);
}

// A page may call the sides by its own words; then the regions are no part of its address.
function addressWith(href, { dataset: { views: side, param } }, { dataset }) {
  const address = new URL(href);
  const set = (key, value) => value ? address.searchParams.set(key, value) : address.searchParams.delete(key);
  if (dataset.image)
    set(param ?? side, dataset.image);
  if (!param)
    set(side === 'left' ? 'lbox' : 'rbox', dataset.box);
  return address.pathname + address.search;
}

function read(text) {
  if (!text)
    return null;
  const [x, y, width, height] = text.split(',').map(Number);
  return { x, y, width, height };
}
