/** Writes the resolution into the JFIF header, as a scanner or camera would; Chromium leaves it open. */
export function withDensity(jpeg, dpi) {
  if (jpeg.toString('latin1', 6, 10) !== 'JFIF') throw new Error('Not a JFIF file');
  const copy = Buffer.from(jpeg);
  copy[13] = 1;
  copy.writeUInt16BE(dpi, 14);
  copy.writeUInt16BE(dpi, 16);
  return copy;
}
