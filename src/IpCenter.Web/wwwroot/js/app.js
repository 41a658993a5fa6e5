// Pages work without any of this. Each module looks for its own data-attribute and does nothing where there is none.
import { guardSubmits } from './submit-guard.js';
import { previewUploads } from './upload-preview.js';
import { listenToKeys } from './keyboard.js';
import { foldOnPhones } from './fold.js';

foldOnPhones(document);
guardSubmits(document);
previewUploads(document);
listenToKeys(document);
document.querySelector('[data-focus]')?.focus();

if (document.querySelector('[data-viewer]'))
  import('./image-viewer.js').then(m => m.openImages(document));
if (document.querySelector('[data-compare]'))
  import('./comparison.js').then(m => m.compareImages(document));
if (document.querySelector('[data-light-table] [data-compare]'))
  import('./light-table.js').then(m => m.lightTables(document));
if (document.querySelector('[data-in-place]'))
  import('./in-place.js').then(m => m.answerInPlace(document));
if (document.querySelector('[data-suggest]'))
  import('./suggestions.js').then(m => m.suggestTitles(document));
for (const form of document.querySelectorAll('form[data-report]'))
  import('./report.js').then(m => m.helpReport(form));
