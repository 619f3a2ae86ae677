/** A point of a picture, in its units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve from one box to another. */
export interface Curve {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

/** The size of the boxes. */
export const box = { width: 124, height: 44 };

/** A curve between the edges of two boxes that bends to the left of its direction by `bend`, or to the right if it is negative. */
export function curveBetween(a: Point, b: Point, bend: number): Curve {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  const control = {
    x: (a.x + b.x) / 2 + (dy / length) * bend * 2,
    y: (a.y + b.y) / 2 - (dx / length) * bend * 2,
  };
  return { from: edgeOf(a, control), control, to: edgeOf(b, control) };
}

/** A point on a curve: its beginning for 0, its end for 1. */
export function pointOn({ from, control, to }: Curve, part: number): Point {
  const rest = 1 - part;
  const on = (a: number, b: number, c: number) => rest * rest * a + 2 * rest * part * b + part * part * c;
  return { x: on(from.x, control.x, to.x), y: on(from.y, control.y, to.y) };
}

export function pathOf({ from, control, to }: Curve): string {
  return `M${at(from)}Q${at(control)} ${at(to)}`;
}

/** The head of an arrow at the end of a curve. */
export function headOf({ control, to }: Curve): string {
  const { along, across } = directions(control, to);
  const back = { x: to.x - along.x * 10, y: to.y - along.y * 10 };
  const side = (sign: number) => ({ x: back.x + across.x * 4.5 * sign, y: back.y + across.y * 4.5 * sign });
  return `M${at(to)}L${at(side(1))}L${at(side(-1))}Z`;
}

/** A bar across the end of a curve that leads nowhere. */
export function stopOf({ control, to }: Curve): string {
  const { along, across } = directions(control, to);
  const place = { x: to.x - along.x * 3, y: to.y - along.y * 3 };
  const side = (sign: number) => ({ x: place.x + across.x * 7 * sign, y: place.y + across.y * 7 * sign });
  return `M${at(side(1))}L${at(side(-1))}`;
}

function directions(from: Point, to: Point): { readonly along: Point; readonly across: Point } {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  return { along, across: { x: -along.y, y: along.x } };
}

function edgeOf(centre: Point, toward: Point): Point {
  const [dx, dy] = [toward.x - centre.x, toward.y - centre.y];
  const reach = Math.min((box.width / 2 + 3) / Math.abs(dx || 1e-9), (box.height / 2 + 3) / Math.abs(dy || 1e-9));
  return { x: centre.x + dx * reach, y: centre.y + dy * reach };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
