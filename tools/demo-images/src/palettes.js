// The colours of a costume: ground cloth, bands, trimmings, embroidery. petals (painted) and silk (folded) = middle, heart, rim; waves = deep, line, light.
export const RED = {
  cloth: '#a62b2f', band: '#7c1d25', trim: '#d8a94a', gold: '#e8c46c', waist: '#f3ecdf', lining: '#d9a08f',
  petals: ['#f0b6b0', '#d8605f', '#f9e4de'], silk: ['#f2b3ad', '#d0524f', '#fbdcd6'], leaf: '#4f7f5b',
  waves: ['#2f6f7a', '#e8c46c', '#f3ecdf'], frame: '#5a2d1c', bird: '#f3ecdf', tassel: '#c8402f',
};
export const BLUE = {
  cloth: '#274c77', band: '#1b3557', trim: '#cfd8dc', gold: '#d9c27a', waist: '#f1f1ee', lining: '#a9bccf',
  petals: ['#cfe0ee', '#7fa6c9', '#f3f8fb'], silk: ['#b5d0ea', '#5f8fc0', '#e6f1fa'], leaf: '#5f8f86',
  waves: ['#7fa6c9', '#f3f8fb', '#3f6c9a'], frame: '#3b2a20', bird: '#f3f8fb', tassel: '#3f6c9a',
};
export const GREEN = {
  cloth: '#4d7a63', band: '#2f5544', trim: '#e9dcb2', gold: '#ecd58b', waist: '#f5f1e6', lining: '#bccfba',
  petals: ['#f3c9d3', '#d97a95', '#fdeff2'], silk: ['#f4aabd', '#d55c82', '#fcd9e2'], leaf: '#a8c59a',
  waves: ['#e9dcb2', '#7fa99b', '#2f5544'], frame: '#6b4a2b', bird: '#f1e8c8', tassel: '#d97a95',
};
export const PINK = {
  cloth: '#efc3cb', band: '#e29aa9', trim: '#fff4f0', gold: '#c48f35', waist: '#fffaf5', lining: '#f7e4e2',
  petals: ['#f7e3b5', '#e7b75f', '#fff7e3'], silk: ['#fbd0cd', '#df6480', '#fff1ec'], leaf: '#86a97b',
  waves: ['#fff4f0', '#d9899a', '#efc3cb'], frame: '#8a5a3a', bird: '#c98f3a', tassel: '#b24c63',
};
export const NAVY = {
  cloth: '#f4f4f0', band: '#fbfbf8', trim: '#27406b', gold: '#27406b', waist: '#27406b', lining: '#e4e6ea',
  petals: ['#dfe6f0', '#27406b', '#ffffff'], silk: ['#e98a84', '#c23b3b', '#f6c9c4'], leaf: '#27406b',
  waves: ['#27406b', '#ffffff', '#8ea3c4'], frame: '#27406b', bird: '#27406b', tassel: '#c23b3b',
};
export const FESTIVE = { ...RED, cloth: '#c8402f', band: '#e9b44c', lining: '#f1d7b0', tassel: '#2f6f4f' };
export const PLUM = { ...RED, cloth: '#8f2f52', band: '#6a2140', lining: '#cfa0b0' };
export const SKY = { ...PINK, cloth: '#d9e4ef', band: '#b9cde0', lining: '#eef3f7' };
