// Writes SVG paths as short as they get: whole numbers, relative steps, no ring too small to be seen.

/** What d3-geo draws on, in place of a canvas. */
export class PathWriter {
  #rings = [];
  #smallest;

  /** Rings of a smaller area are left out, unless nothing else would be left. */
  constructor(smallest) {
    this.#smallest = smallest;
  }

  moveTo(x, y) {
    this.#rings.push([[Math.round(x), Math.round(y)]]);
  }

  lineTo(x, y) {
    this.#rings.at(-1).push([Math.round(x), Math.round(y)]);
  }

  closePath() {}

  toString() {
    const rings = this.#rings.map(tidied).filter((ring) => ring.length > 2);
    const seen = rings.filter((ring) => Math.abs(area(ring)) >= this.#smallest);
    return (seen.length > 0 ? seen : rings.slice(0, 1)).map(written).join("");
  }
}

/** A ring without repeated points and without points on a straight line. */
function tidied(ring) {
  const points = ring.filter(([x, y], place) => place === 0 || x !== ring[place - 1][0] || y !== ring[place - 1][1]);
  const [first, last] = [points[0], points.at(-1)];
  if (points.length > 1 && first[0] === last[0] && first[1] === last[1]) points.pop();
  return points.filter((point, place) => turn(points.at(place - 1), point, points[(place + 1) % points.length]) !== 0);
}

function turn([ax, ay], [bx, by], [cx, cy]) {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function area(ring) {
  return ring.reduce((sum, [x, y], place) => sum + x * ring.at(place - 1)[1] - y * ring.at(place - 1)[0], 0) / 2;
}

function written(ring) {
  const [start, ...rest] = ring;
  const steps = rest.map(([x, y], place) => pair(x - ring[place][0], y - ring[place][1]));
  return `M${pair(...start)}l${steps.reduce((all, step) => all + (all === "" || step.startsWith("-") ? step : ` ${step}`), "")}z`;
}

function pair(x, y) {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}
