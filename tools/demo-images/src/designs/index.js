import { skirts } from './skirts.js';
import { fans } from './fans.js';
import { collars } from './collars.js';
import { ornaments } from './ornaments.js';
import { seats } from './seats.js';
import { boxes } from './boxes.js';
import { household } from './household.js';

export const designs = [...seats, ...boxes, ...household, ...skirts, ...fans, ...collars, ...ornaments];
