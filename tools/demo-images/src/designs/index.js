import { seats } from './seats.js';
import { boxes } from './boxes.js';
import { household } from './household.js';

export const designs = [...seats, ...boxes, ...household];
