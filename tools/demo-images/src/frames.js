// The frames of invented livestreams: what is held into the picture, by whom, and how it is turned.
const FRAME = { tilt: 0, scale: 0.44, mirrored: false, view: 'front' };

export const FRAMES = [
  { id: 'live-01', shows: ['wood-jewellery-box-01'], view: 'perspective', account: '木趣小铺', room: '880213', tilt: 0.09 },
  { id: 'live-02', shows: ['skirt-01'], account: '裙裳优选', room: '660517', tilt: -0.07, mirrored: true, scale: 0.5 },
  { id: 'live-03', shows: ['fan-01'], account: '汉风小物', room: '520118', tilt: 0.12, scale: 0.4 },
  { id: 'live-04', shows: ['wood-box-01'], view: 'perspective', account: '木趣小铺', room: '880213', tilt: -0.1 },
  { id: 'live-05', shows: ['dress-01'], account: '小天使童装', room: '330921', tilt: 0.05, scale: 0.52 },
  { id: 'live-06', shows: ['collar-01'], account: '裙裳优选', room: '660517', tilt: 0.08, scale: 0.42 },
  { id: 'live-07', shows: [], account: '果蔬直供', room: '101010' },
].map(frame => ({ ...FRAME, ...frame }));

const CHAT = ['多少钱？', '这款有现货吗', '已拍两件', '主播再转一圈看看'];

/** What the viewers of the nth frame write. */
export const chatOf = (frame, n) => ({ account: frame.account, viewers: 1200 + n * 357, lines: CHAT.slice(0, 2 + (n % 3)) });
