import { layOut, type Place } from './layout.ts';
import { cornerOf, HEIGHT, pathOf, sizeOf, WIDTH } from './lines.ts';
import type { Visit } from './visits.ts';
import type { Way, Workflow } from './workflow.ts';

export interface WorkflowGraphProps {
  workflow: Workflow;
  visits: Visit[];
  chosen?: string;
  onChoose: (state: string) => void;
}

/** The workflow as a graph; the states and ways that the execution took stand out. */
export function WorkflowGraph({ workflow, visits, chosen, onChoose }: WorkflowGraphProps) {
  const places = layOut(workflow);
  const { width, height } = sizeOf([...places.values()]);
  const taken = new Set(visits.slice(1).map(({ state }, index) => `${visits[index]?.state} ${state}`));
  const isTaken = ({ from, to }: Way) => taken.has(`${from} ${to}`);
  const ways = [...workflow.ways].sort((a, b) => Number(isTaken(a)) - Number(isTaken(b)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls a wide graph with the keyboard
    <section className="graph" aria-label="Path through the workflow" tabIndex={0}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <title>The states of the workflow, those that were entered in colour</title>
        <Arrow id="arrow" />
        <Arrow id="arrow-taken" />
        {ways.map((way) => {
          const d = pathOf(way, places);
          const look = isTaken(way) ? 'taken' : way.caught ? 'caught' : '';
          const arrow = isTaken(way) ? 'url(#arrow-taken)' : 'url(#arrow)';
          return <path key={`${way.from} ${way.to}`} className={`way ${look}`} d={d} markerEnd={arrow} />;
        })}
        {[...places].map(([name, place]) => (
          <Box
            key={name}
            {...{ name, place }}
            visits={visits.filter(({ state }) => state === name)}
            isChosen={name === chosen}
            onChoose={() => onChoose(name)}
          />
        ))}
      </svg>
    </section>
  );
}

function Arrow({ id }: { id: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      markerUnits="userSpaceOnUse"
      refX="7"
      refY="4"
      markerWidth="9"
      markerHeight="9"
      orient="auto-start-reverse"
    >
      <path d="M0 0 8 4 0 8z" className={id} />
    </marker>
  );
}

interface BoxProps {
  name: string;
  place: Place;
  visits: Visit[];
  isChosen: boolean;
  onChoose: () => void;
}

function Box({ name, place, visits, isChosen, onChoose }: BoxProps) {
  const { x, y } = cornerOf(place);
  const last = visits.at(-1);
  const tries = visits.reduce((sum, visit) => sum + visit.tries, 0);
  const again = tries > visits.length ? `${tries} tries` : visits.length > 1 ? `${visits.length} times` : '';
  const said = [name, last?.outcome ?? 'not entered', again].filter(Boolean).join(', ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG
    <g
      className={`state ${last?.outcome ?? 'passed-by'}`}
      role="button"
      tabIndex={0}
      aria-label={said}
      aria-pressed={isChosen}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx="9" />
      <text x={x + WIDTH / 2} y={y + HEIGHT / 2 + 4.5} textAnchor="middle">
        {name}
      </text>
      {again && (
        <text className="again" x={x + WIDTH - 4} y={y + HEIGHT + 13} textAnchor="end">
          {again}
        </text>
      )}
    </g>
  );
}
