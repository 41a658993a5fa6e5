import { boxes } from './boxes.js';
import { collars } from './collars.js';
import { dresses } from './dresses.js';
import { fans } from './fans.js';
import { household } from './household.js';
import { ornaments } from './ornaments.js';
import { seats } from './seats.js';
import { skirts } from './skirts.js';
import { stands } from './stands.js';
import { toys } from './toys.js';
import { vests } from './vests.js';

export const designs = [...seats, ...boxes, ...household, ...toys, ...stands, ...skirts, ...fans, ...collars, ...dresses, ...vests,
  ...ornaments];
