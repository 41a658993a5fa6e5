// A large drawing opens at the step where the case stands. Without this the drawing opens at its upper left corner.
for (const box of document.querySelectorAll('.flow-scroll')) {
  const here = box.querySelector('.flow-stopped, .flow-here') ?? box.querySelector('.flow-waiting, .flow-hottest');
  if (!here)
    continue;
  const at = here.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  box.scrollLeft += at.left - frame.left - (frame.width - at.width) / 2;
  box.scrollTop += at.top - frame.top - (frame.height - at.height) / 2;
}
