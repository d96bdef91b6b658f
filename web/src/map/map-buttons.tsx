/** What keys do on a map, for the pointer. */
export function MapButtons({ nearer, fit }: { nearer: (step: number) => void; fit: () => void }) {
  return (
    <div className="map-buttons no-print">
      <button type="button" className="button tight" aria-label="Nearer" onClick={() => nearer(1)}>+</button>
      <button type="button" className="button tight" aria-label="Farther" onClick={() => nearer(-1)}>−</button>
      <button type="button" className="button tight" onClick={fit}>Fit</button>
    </div>
  );
}
