// On a phone the parts of a long page lie folded: its headings are read first. What was refused, and what a link leads to, is open.
export function foldOnPhones(root) {
  const parts = root.querySelectorAll('details[data-fold]');
  if (parts.length === 0 || !matchMedia('(max-width: 767px)').matches)
    return;
  for (const part of parts)
    part.open = part.querySelector('[aria-invalid=true], .error-summary') !== null;
  openTarget(location.hash);
  addEventListener('hashchange', () => openTarget(location.hash));
  root.addEventListener('click', event => {
    const link = event.target.closest('a[href*="#"]');
    if (link?.pathname === location.pathname)
      openTarget(link.hash);
  }, true);
}

function openTarget(hash) {
  const target = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  // The heading of a part, the part itself, what contains one, or something within one.
  for (let part = target?.closest('details[data-fold]') ?? target?.querySelector('details[data-fold]'); part; part = part.parentElement.closest('details'))
    part.open = true;
}
