import { select } from 'd3-selection';
import type { D3ZoomEvent, ZoomBehavior } from 'd3-zoom';
import { zoom, zoomIdentity } from 'd3-zoom';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { counted, countryName } from '../../format.ts';
import { texts } from '../../texts.ts';
import { useSize } from '../use-size.ts';
import type { Box } from '../view.ts';
import type { MapPlace } from './clusters.ts';
import { extentOf } from './clusters.ts';
import { Markers } from './markers.tsx';
import type { Outline } from './outlines.ts';
import { SHEET_HEIGHT, SHEET_WIDTH, toEarth, toSheet } from './outlines.ts';
import type { Position, Transform } from './position.ts';
import { CLOSEST, fitting, positionOf, transformOf } from './position.ts';

interface MapViewProps {
  /** Null while they are fetched. */
  readonly coarse: readonly Outline[] | null;
  readonly fine: readonly Outline[] | null;
  readonly places: readonly MapPlace[];
  readonly events: number;
  readonly box: Box | null;
  readonly position: Position | null;
  readonly onBox: (box: Box | null) => void;
  /** Null: all that was found. */
  readonly onPosition: (position: Position | null) => void;
  readonly onPlace: (place: MapPlace) => void;
  /** Asked for when the map is first looked at closely. */
  readonly onCloser: () => void;
  readonly children?: ReactNode;
}

/** From this zoom on the coarse outlines look coarse. */
const FINE_FROM = 3.5;

/** The world with the places of events; moved and zoomed by wheel, fingers, buttons and keys; a region is drawn or taken from what is seen. */
export function MapView(props: MapViewProps) {
  const { coarse, fine, places, events, box, position, onBox, onPosition, onPlace, onCloser } = props;
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<SVGSVGElement>(null);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const { width, height } = useSize(frame);
  const [at, setAt] = useState<Transform | null>(null);
  const [drawing, setDrawing] = useState(false);
  const [corner, setCorner] = useState<{ readonly from: readonly [number, number]; readonly to: readonly [number, number] } | null>(null);
  const told = useRef({ onPosition, onCloser, drawing });
  told.current = { onPosition, onCloser, drawing };

  const extent = useMemo(() => extentOf(places), [places]);
  const asked = useMemo<Transform | null>(() => {
    if (width === 0 || height === 0) return null;
    return position === null ? fitting(extent, width, height) : transformOf(position, width, height);
  }, [position, extent, width, height]);

  useEffect(() => {
    const svg = sheet.current;
    if (svg === null || width === 0) return;
    const made = zoom<SVGSVGElement, unknown>()
      .extent([
        [0, 0],
        [width, height],
      ])
      .scaleExtent([Math.min(width / SHEET_WIDTH, height / SHEET_HEIGHT), CLOSEST])
      .translateExtent([
        [-SHEET_WIDTH * 0.1, -SHEET_HEIGHT * 0.1],
        [SHEET_WIDTH * 1.1, SHEET_HEIGHT * 1.1],
      ])
      // A page must scroll under a wheel that is not meant for the map; with Ctrl, or once the map has the focus, it zooms.
      .filter((event: MouseEvent | WheelEvent) => {
        if (told.current.drawing || event.shiftKey) return event.type === 'wheel';
        if (event.type === 'wheel') return event.ctrlKey || svg.parentElement?.contains(document.activeElement) === true;
        return event.button === 0;
      })
      .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) =>
        setAt({ k: event.transform.k, x: event.transform.x, y: event.transform.y }),
      )
      .on('end', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        // Only what a person moved is written into the address.
        if (event.sourceEvent !== null && event.sourceEvent !== undefined)
          told.current.onPosition(positionOf({ k: event.transform.k, x: event.transform.x, y: event.transform.y }, width, height));
      });
    behaviour.current = made;
    const chosen = select(svg);
    chosen.call(made).on('dblclick.zoom', null);
    return () => {
      chosen.on('.zoom', null);
    };
  }, [width, height]);

  // The address, the window or what was found changed: the map follows.
  useEffect(() => {
    if (sheet.current === null || behaviour.current === null || asked === null) return;
    behaviour.current.transform(select(sheet.current), zoomIdentity.translate(asked.x, asked.y).scale(asked.k));
  }, [asked]);
  const close = at !== null && at.k >= FINE_FROM;
  useEffect(() => {
    if (close) told.current.onCloser();
  }, [close]);

  const go = (transform: Transform): void => onPosition(positionOf(transform, width, height));
  const zoomBy = (factor: number, x = width / 2, y = height / 2): void => {
    if (at === null) return;
    const k = Math.min(CLOSEST, Math.max(width / SHEET_WIDTH / 2, at.k * factor));
    go({ k, x: x - ((x - at.x) / at.k) * k, y: y - ((y - at.y) / at.k) * k });
  };
  const keys = (event: KeyboardEvent): void => {
    if (at === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = 60;
    const move = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
    if (move !== undefined) go({ ...at, x: at.x + (move[0] ?? 0), y: at.y + (move[1] ?? 0) });
    else if (event.key === '+' || event.key === '=') zoomBy(1.6);
    else if (event.key === '-') zoomBy(1 / 1.6);
    else if (event.key === '0') onPosition(null);
    else if (event.key === 'Escape' && drawing) setDrawing(false);
    else return;
    event.preventDefault();
  };
  const boxFrom = (a: readonly [number, number], b: readonly [number, number]): Box | null => {
    if (at === null) return null;
    const point = (x: number, y: number): readonly [number, number] => toEarth((x - at.x) / at.k, (y - at.y) / at.k);
    const [west, north] = point(Math.min(a[0], b[0]), Math.min(a[1], b[1]));
    const [east, south] = point(Math.max(a[0], b[0]), Math.max(a[1], b[1]));
    const round = (degrees: number): number => Number(degrees.toFixed(2));
    return [round(west), round(south), round(east), round(north)];
  };
  const pointer = (event: PointerEvent): readonly [number, number] => {
    const edge = frame.current?.getBoundingClientRect();
    return [event.clientX - (edge?.left ?? 0), event.clientY - (edge?.top ?? 0)];
  };
  const lands = close && fine !== null ? fine : coarse;
  const counts = useMemo(() => countryCounts(places), [places]);
  const words = texts.overview.map;
  return (
    <div className="ov-map">
      <div className="ov-row ov-map-tools">
        <button type="button" aria-label={words.closer} title={words.closer} onClick={() => zoomBy(1.6)}>
          +
        </button>
        <button type="button" aria-label={words.farther} title={words.farther} onClick={() => zoomBy(1 / 1.6)}>
          −
        </button>
        <button type="button" onClick={() => onPosition(null)}>
          {words.all}
        </button>
        <button type="button" aria-pressed={drawing} onClick={() => setDrawing(!drawing)}>
          {drawing ? words.drawing : words.draw}
        </button>
        <button type="button" onClick={() => onBox(boxFrom([0, 0], [width, height]))}>
          {words.useView}
        </button>
        {box !== null && (
          <button type="button" onClick={() => onBox(null)}>
            {words.noBox}
          </button>
        )}
      </div>
      <div
        ref={frame}
        className={drawing ? 'ov-frame ov-drawing' : 'ov-frame'}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        aria-label={words.label(counted(events, 'event'), counted(places.length, 'place'))}
        onKeyDown={keys}
        onPointerDown={(event) => {
          if ((!drawing && !event.shiftKey) || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setCorner({ from: pointer(event), to: pointer(event) });
        }}
        onPointerMove={(event) => corner && setCorner({ ...corner, to: pointer(event) })}
        onPointerUp={(event) => {
          if (corner === null) return;
          const to = pointer(event);
          const drawn = boxFrom(corner.from, to);
          setCorner(null);
          if (Math.abs(to[0] - corner.from[0]) < 4 || Math.abs(to[1] - corner.from[1]) < 4 || drawn === null) return;
          setDrawing(false);
          onBox(drawn);
        }}
        onPointerCancel={() => setCorner(null)}
      >
        <svg ref={sheet} width={width} height={height} aria-hidden="true" focusable="false">
          <defs>
            <pattern
              id="ov-hatch"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform={`rotate(45) scale(${1 / (at?.k ?? 1)})`}
            >
              <rect className="ov-hatch-ground" width="6" height="6" />
              <line className="ov-hatch-line" x1="0" y1="0" x2="0" y2="6" />
            </pattern>
          </defs>
          {at !== null && (
            <>
              <g transform={`translate(${at.x} ${at.y}) scale(${at.k})`}>
                <Lands outlines={lands} window={close ? windowOf(at, width, height) : 'all'} counts={counts} />
              </g>
              {close && <Names outlines={coarse ?? []} at={at} width={width} height={height} />}
              <Markers
                places={places}
                at={at}
                width={width}
                height={height}
                onPlace={onPlace}
                onCluster={(cluster) => {
                  const around = extentOf(cluster.places);
                  const next = fitting(around, width, height);
                  go(
                    next.k > at.k * 1.2 ? next : { k: at.k * 2, x: width / 2 - cluster.x * at.k * 2, y: height / 2 - cluster.y * at.k * 2 },
                  );
                }}
              />
              {box !== null && <BoxOnMap box={box} at={at} />}
            </>
          )}
          {corner !== null && <rect className="ov-box" {...rectangle(corner.from, corner.to)} />}
        </svg>
      </div>
      <p className="ov-dim ov-legend">
        {words.legend} {words.outlines}
      </p>
      {props.children}
    </div>
  );
}

/** How many events are known only to lie somewhere in a country. */
function countryCounts(places: readonly MapPlace[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { precision, country, count } of places)
    if (precision === 'country' && country !== null) counts.set(country, (counts.get(country) ?? 0) + count);
  return counts;
}

type Window = readonly [x0: number, y0: number, x1: number, y1: number];
/** What of the sheet is seen, with a margin, in steps, so that it does not change with every move of the hand. */
function windowOf({ k, x, y }: Transform, width: number, height: number): Window {
  const step = 40;
  const down = (value: number): number => Math.floor((value - step) / step) * step;
  const up = (value: number): number => Math.ceil((value + step) / step) * step;
  return [down(-x / k), down(-y / k), up((width - x) / k), up((height - y) / k)];
}

function Lands({
  outlines,
  window: seen,
  counts,
}: {
  outlines: readonly Outline[] | null;
  window: Window | 'all';
  counts: ReadonlyMap<string, number>;
}) {
  const key = seen === 'all' ? 'all' : seen.join(' ');
  // Moving the map must not draw the outlines anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `seen`
  return useMemo(
    () =>
      (outlines ?? [])
        .filter(({ bounds: [x0, y0, x1, y1] }) => seen === 'all' || (x1 >= seen[0] && x0 <= seen[2] && y1 >= seen[1] && y0 <= seen[3]))
        .map(({ code, name, path }) => {
          const n = code === null ? 0 : (counts.get(code) ?? 0);
          const said = code === null ? name : countryName(code);
          return (
            <path key={`${name} ${path.length}`} className={n > 0 ? 'ov-land ov-somewhere' : 'ov-land'} d={path}>
              <title>{n > 0 ? texts.overview.map.marker(texts.overview.map.somewhere(said), counted(n, 'event')) : said}</title>
            </path>
          );
        }),
    [outlines, key, counts],
  );
}

/** Names of the countries in sight that have room for them, so that one knows where one is. */
const Names = ({
  outlines,
  at: { k, x, y },
  width,
  height,
}: {
  readonly outlines: readonly Outline[];
  readonly at: Transform;
  readonly width: number;
  readonly height: number;
}) =>
  outlines.flatMap(({ name, code, bounds: [x0, , x1], middle: [mx, my] }) => {
    const [sx, sy] = [mx * k + x, my * k + y];
    if ((x1 - x0) * k < name.length * 8 || sx < 0 || sy < 0 || sx > width || sy > height) return [];
    return [
      <text key={name} className="ov-country-name" x={sx} y={sy}>
        {code === null ? name : countryName(code)}
      </text>,
    ];
  });

const rectangle = (a: readonly [number, number], b: readonly [number, number]) => ({
  x: Math.min(a[0], b[0]),
  y: Math.min(a[1], b[1]),
  width: Math.abs(a[0] - b[0]),
  height: Math.abs(a[1] - b[1]),
});

function BoxOnMap({ box: [west, south, east, north], at: { k, x, y } }: { readonly box: Box; readonly at: Transform }) {
  const corner = (lon: number, lat: number): readonly [number, number] => {
    const [sx, sy] = toSheet(lon, lat);
    return [sx * k + x, sy * k + y];
  };
  // A box over ±180° is two on the sheet.
  const parts = west <= east ? [[west, east] as const] : ([[west, 180] as const, [-180, east] as const] as const);
  return parts.map(([w, e]) => <rect key={w} className="ov-box" {...rectangle(corner(w, north), corner(e, south))} />);
}
