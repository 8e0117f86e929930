import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { counted, day } from '../../format.ts';
import { texts } from '../../texts.ts';
import { bucketName, tickName } from '../labels.ts';
import { useSize } from '../use-size.ts';
import type { Grain } from '../view.ts';
import { GRAINS } from '../view.ts';
import type { Bar } from './buckets.ts';
import { bucketsBetween, endOf, MOST_BARS } from './buckets.ts';

const HEIGHT = 96;
const FOOT = 18;
/** Narrower bars cannot be aimed at: the strip becomes wider than the screen and is moved sideways. */
const NARROWEST = 4;

interface TimelineProps {
  readonly bars: readonly Bar[];
  readonly grain: Grain;
  /** Chosen days; empty for no bound. */
  readonly since: string;
  readonly until: string;
  readonly undated: number;
  readonly zoomed: boolean;
  readonly onZoom: (zoomed: boolean) => void;
  readonly onRange: (since: string, until: string) => void;
  readonly onGrain: (grain: Grain) => void;
}

/**
 * How many events fall on each day, week, month or year. A range is chosen by drawing over the bars, by moving either edge with
 * the arrow keys, or by writing the days.
 */
export function Timeline({ bars, grain, since, until, undated, zoomed, onRange, onGrain, onZoom }: TimelineProps) {
  const box = useRef<HTMLDivElement>(null);
  const strip = useRef<SVGSVGElement>(null);
  const { width: room } = useSize(box);
  const [drawn, setDrawn] = useState<readonly [number, number] | null>(null);
  const hint = useId();
  const words = texts.overview.timeline;
  const all = bars.reduce((sum, one) => sum + one.count, 0);
  const count = bars.length;
  const width = Math.max(room, count * NARROWEST);
  const bar = count === 0 ? 0 : width / count;
  const highest = bars.reduce((most, one) => Math.max(most, one.count), 1);
  const first = bars[0]?.start ?? '';
  const last = bars.at(-1)?.start ?? '';
  // What is newest is asked for most; who has moved away from there stays where the strip was moved to.
  const end = useRef(0);
  useEffect(() => {
    if (box.current === null) return;
    if (width > room && box.current.scrollLeft >= end.current - 1) box.current.scrollLeft = width;
    end.current = Math.max(0, width - room);
  }, [width, room]);
  const clamp = (at: number): number => Math.max(0, Math.min(count - 1, at));
  const indexOf = (day: string): number => (first === '' ? 0 : clamp(bucketsBetween(first, day, grain) - 1));
  const chosen: readonly [number, number] | null =
    drawn ?? (since === '' && until === '' ? null : [since === '' ? 0 : indexOf(since), until === '' ? count - 1 : indexOf(until)]);
  const choose = (a: number, b: number): void => {
    const [from, to] = [bars[Math.min(a, b)]?.start, bars[Math.max(a, b)]?.start];
    if (from !== undefined && to !== undefined) onRange(from, endOf(to, grain));
  };
  const at = (event: PointerEvent): number => {
    const left = strip.current?.getBoundingClientRect().left ?? 0;
    return clamp(Math.floor((event.clientX - left) / bar));
  };
  const moveEdge =
    (edge: 0 | 1) =>
    (event: KeyboardEvent): void => {
      const [a, b] = chosen ?? [0, count - 1];
      const step = event.shiftKey ? 10 : 1;
      const now = edge === 0 ? a : b;
      const to = { ArrowLeft: now - step, ArrowDown: now - step, ArrowRight: now + step, ArrowUp: now + step, Home: 0, End: count - 1 }[
        event.key
      ];
      if (to === undefined) {
        if (event.key === 'Escape') onRange('', '');
        return;
      }
      event.preventDefault();
      const next = clamp(to);
      if (edge === 0) choose(Math.min(next, b), b);
      else choose(a, Math.max(next, a));
    };
  const edgeProps = (edge: 0 | 1) => {
    const where = (chosen ?? [0, count - 1])[edge];
    const start = bars[where]?.start ?? first;
    return {
      role: 'slider',
      tabIndex: 0,
      'aria-label': edge === 0 ? words.from : words.to,
      'aria-valuemin': 0,
      'aria-valuemax': Math.max(0, count - 1),
      'aria-valuenow': where,
      'aria-valuetext': day(edge === 0 ? start : endOf(start, grain)),
      'aria-describedby': hint,
      className: 'ov-edge',
      onKeyDown: moveEdge(edge),
      transform: `translate(${(edge === 0 ? where : where + 1) * bar} 0)`,
    };
  };
  const tooMany = (one: Grain): boolean => first !== '' && bucketsBetween(first, endOf(last, grain), one) > MOST_BARS;
  return (
    <section className="ov-timeline" aria-label={words.title}>
      <div className="ov-row">
        <h2>{words.title}</h2>
        <label>
          {words.grain}{' '}
          <select value={grain} onChange={(event) => onGrain(event.target.value as Grain)}>
            {GRAINS.map((one) => (
              <option key={one} value={one} disabled={one !== grain && tooMany(one)}>
                {texts.overview.grains[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.since} <input type="date" value={since} max={until} onChange={(event) => onRange(event.target.value, until)} />
        </label>
        <label>
          {words.until} <input type="date" value={until} min={since} onChange={(event) => onRange(since, event.target.value)} />
        </label>
        {(since !== '' || until !== '') && (
          <button type="button" onClick={() => onRange('', '')}>
            {words.all}
          </button>
        )}
        {(zoomed || (since !== '' && until !== '')) && (
          <button type="button" aria-pressed={zoomed} onClick={() => onZoom(!zoomed)}>
            {words.zoom}
          </button>
        )}
        {undated > 0 && <span className="ov-dim">{words.undated(counted(undated, 'event'))}</span>}
      </div>
      <p id={hint} className="ov-unseen">
        {words.hint}
      </p>
      <div className="ov-strip" ref={box}>
        {count === 0 || room === 0 ? (
          <p className="ov-dim">{count === 0 ? words.none : ''}</p>
        ) : (
          // The edges are what is operated by keyboard; drawing is a pointer's way to the same.
          <svg
            ref={strip}
            width={width}
            height={HEIGHT + FOOT}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              setDrawn([at(event), at(event)]);
            }}
            onPointerMove={(event) => drawn && setDrawn([drawn[0], at(event)])}
            onPointerUp={(event) => {
              if (drawn) choose(drawn[0], at(event));
              setDrawn(null);
            }}
            onPointerCancel={() => setDrawn(null)}
          >
            <title>{words.picture(counted(all, 'event'), day(first), day(endOf(last, grain)))}</title>
            {bars.map(({ start, count: n }, where) => {
              const inside = chosen === null || (where >= Math.min(...chosen) && where <= Math.max(...chosen));
              const high = n === 0 ? 0 : Math.max(2, (n / highest) * (HEIGHT - 8));
              return (
                <rect
                  key={start}
                  className={inside ? 'ov-bar' : 'ov-bar ov-out'}
                  x={where * bar + (bar > 3 ? 0.5 : 0)}
                  y={HEIGHT - high}
                  width={Math.max(0.5, bar - (bar > 3 ? 1 : 0))}
                  height={high}
                >
                  <title>{words.bar(bucketName(start, grain), counted(n, 'event'))}</title>
                </rect>
              );
            })}
            <line className="ov-axis" x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} />
            {ticks(bars, bar, grain).map(({ x, label }) => (
              <text key={label} className="ov-tick" x={x} y={HEIGHT + 13}>
                {label}
              </text>
            ))}
            {chosen !== null && (
              <rect
                className="ov-brush"
                x={Math.min(...chosen) * bar}
                y={0}
                width={(Math.abs(chosen[1] - chosen[0]) + 1) * bar}
                height={HEIGHT}
              />
            )}
            {([0, 1] as const).map((edge) => (
              <g key={edge} {...edgeProps(edge)}>
                <line y1={0} y2={HEIGHT} />
                <rect x={edge === 0 ? 0 : -8} y={HEIGHT / 2 - 12} width={8} height={24} rx={3} />
              </g>
            ))}
          </svg>
        )}
      </div>
    </section>
  );
}

/** Names of days below the bars, as many as there is room for. */
function ticks(bars: readonly Bar[], bar: number, grain: Grain): { x: number; label: string }[] {
  const every = Math.max(1, Math.ceil(90 / Math.max(bar, 0.01)));
  return bars
    .map(({ start }, at) => ({ x: at * bar + 2, label: tickName(start, grain), at }))
    .filter(({ at }) => at % every === 0 && (at + 1) * bar + 40 < bars.length * bar + 50)
    .map(({ x, label }) => ({ x, label }));
}
