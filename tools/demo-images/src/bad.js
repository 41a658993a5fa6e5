// Pictures as a hurried merchant sends them: which design and view, and what is wrong with it.
export const BAD = [
  { id: 'bad-01', design: 'wood-mirror-01', view: 'front', fault: 'blurred' },
  { id: 'bad-02', design: 'wood-mirror-01', view: 'back', fault: 'dark' },
  { id: 'bad-03', design: 'wood-mirror-01', view: 'perspective', fault: 'clutter' },
  { id: 'bad-04', design: 'wood-mirror-01', view: 'left', fault: 'scale' },
  { id: 'bad-05', design: 'wood-mirror-01', view: 'right', fault: 'other-product', taken: 'wood-jewellery-box-02' },
  { id: 'bad-06', design: 'vest-02', view: 'front', fault: 'text' },
  { id: 'bad-07', design: 'vest-02', view: 'back', fault: 'cropped' },
  { id: 'bad-08', design: 'vest-02', view: 'left', fault: 'small' },
];
