// Pictures on their way, from places and tray alike: who goes on waits for them, and stays if one did not arrive.
const underway = new Set();
let failed = false;

// upload: a promise of whether the picture was taken.
export function onItsWay(upload) {
  underway.add(upload);
  upload.catch(() => false).then(taken => {
    failed ||= !taken;
    underway.delete(upload);
  });
}

export function anyOnItsWay() {
  return underway.size > 0;
}

// Whether all that is on its way, also what joins it meanwhile, was taken.
export async function allTaken() {
  failed = false;
  while (underway.size > 0)
    await Promise.allSettled([...underway]).then(() => new Promise(resolve => setTimeout(resolve)));
  return !failed;
}
