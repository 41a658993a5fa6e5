// The other pictures of either side: a click or a key puts one in place of the present one, and the address follows.

export function offerOtherViews(comparison) {
  const { element } = comparison;
  const lists = Object.fromEntries([...element.querySelectorAll('[data-views]')].map(list => [list.dataset.views, [...list.querySelectorAll('a')]]));
  for (const [side, links] of Object.entries(lists))
    for (const link of links)
      link.addEventListener('click', event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey)
          return;
        event.preventDefault();
        choose(side, link);
        comparison.say(link.dataset.name);
      });

  function choose(side, chosen) {
    for (const link of lists[side])
      if (link === chosen)
        link.ariaCurrent = 'true';
      else
        link.removeAttribute('aria-current');
    comparison.put(side, { large: chosen.dataset.large, title: chosen.dataset.name, box: read(chosen.dataset.box) });
    history.replaceState(null, '', addressWith(location.href, side, chosen));
    for (const [each, links] of Object.entries(lists))
      for (const link of links)
        link.href = addressWith(location.href, each, link);
  }

  return {
    step(side, by) {
      const links = lists[side] ?? [];
      if (links.length < 2)
        return;
      const here = links.findIndex(link => link.ariaCurrent === 'true');
      const next = links[(here + by + links.length) % links.length];
      choose(side, next);
      next.scrollIntoView({ block: 'nearest' });
      comparison.say(next.dataset.name);
    },
  };
}

function addressWith(href, side, { dataset }) {
  const address = new URL(href);
  const set = (key, value) => value ? address.searchParams.set(key, value) : address.searchParams.delete(key);
  if (dataset.image)
    set(side, dataset.image);
  set(side === 'left' ? 'lbox' : 'rbox', dataset.box);
  return address.pathname + address.search;
}

function read(text) {
  if (!text)
    return null;
  const [x, y, width, height] = text.split(',').map(Number);
  return { x, y, width, height };
}
