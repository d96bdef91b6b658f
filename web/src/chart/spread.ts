interface Placed {
  x: number;
  y: number;
}

const radius = 1000;
const rounds = 60;

/**
 * The same places, spread evenly over the chart's circle: directions from the middle and the order of distances
 * stay, so who was in the middle still is; those who still touch are moved apart.
 */
export function spread<T extends Placed>(nodes: readonly T[]): T[] {
  const size = nodes.length;
  if (size < 2) return [...nodes];
  const middle = { x: mean(nodes.map((node) => node.x)), y: mean(nodes.map((node) => node.y)) };
  const outward = nodes
    .map((node, index) => ({ index, angle: Math.atan2(node.y - middle.y, node.x - middle.x), distance: Math.hypot(node.x - middle.x, node.y - middle.y) }))
    .sort((a, b) => a.distance - b.distance || a.index - b.index);
  const places: Placed[] = new Array<Placed>(size);
  outward.forEach(({ index, angle }, rank) => {
    const far = radius * Math.sqrt((rank + 0.5) / size);
    places[index] = { x: far * Math.cos(angle), y: far * Math.sin(angle) };
  });
  const apart = 1.5 * radius / Math.sqrt(size);
  for (let round = 0; round < rounds; ++round) moveApart(places, apart);
  return nodes.map((node, index) => ({ ...node, ...places[index] }));
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

function moveApart(places: Placed[], apart: number): void {
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const distance = Math.hypot(dx, dy) || 1e-6;
      const push = (apart - distance) / 4;
      if (push <= 0) continue;
      a.x -= (dx / distance) * push;
      a.y -= (dy / distance) * push;
      b.x += (dx / distance) * push;
      b.y += (dy / distance) * push;
    }
  }
}
