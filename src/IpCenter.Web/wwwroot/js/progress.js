// An import goes on for minutes or hours: the page follows it piece by piece, and loads anew when it is done.
const pause = 2000;
const place = document.querySelector('[data-progress="follow"]');

if (place)
  follow();

function follow() {
  setTimeout(async () => {
    try {
      const answer = await fetch(location.href);
      if (answer.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const next = page.querySelector('[data-progress]');
        if (next?.dataset.progress !== 'follow') {
          location.reload();
          return;
        }
        place.innerHTML = next.innerHTML;
      }
    } catch {
      // Out of reach for the moment: the next look may succeed.
    }
    follow();
  }, pause);
}
