import { pathOf } from './lines.ts';
import { type Box, HEAD, HEIGHT, type Plan, planOf } from './plan.ts';
import { outcomeOf, type Visit } from './visits.ts';
import type { Way, Workflow } from './workflow.ts';

export interface WorkflowGraphProps {
  workflow: Workflow;
  visits: Visit[];
  chosen?: string;
  onChoose: (state: string) => void;
}

/** The workflow as a graph; the states and ways that the execution took stand out. */
export function WorkflowGraph({ workflow, ...rest }: WorkflowGraphProps) {
  const plan = planOf(workflow);
  const { width, height } = plan;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls a wide graph with the keyboard
    <section className="graph" aria-label="Path through the workflow" tabIndex={0}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <title>The states of the workflow, those that were entered in colour</title>
        <Arrow id="arrow" />
        <Arrow id="arrow-taken" />
        <Level {...{ workflow, plan, ...rest }} />
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

/** The states of one level and the ways between them; within each state, the levels that it holds. */
function Level({ workflow, plan, visits, chosen, onChoose }: WorkflowGraphProps & { plan: Plan }) {
  const taken = new Set(visits.map(({ state, after }) => `${after} ${state}`));
  const isTaken = ({ from, to }: Way) => taken.has(`${from} ${to}`);
  const ways = [...workflow.ways].sort((a, b) => Number(isTaken(a)) - Number(isTaken(b)));
  return (
    <>
      {ways.map((way) => {
        const d = pathOf(way, plan.boxes);
        const look = isTaken(way) ? 'taken' : way.caught ? 'caught' : '';
        const arrow = isTaken(way) ? 'url(#arrow-taken)' : 'url(#arrow)';
        return <path key={`${way.from} ${way.to}`} className={`way ${look}`} d={d} markerEnd={arrow} />;
      })}
      {[...plan.boxes].map(([name, box]) => (
        <g key={name} transform={`translate(${box.x} ${box.y})`}>
          <StateBox
            box={box}
            visits={visits.filter(({ state }) => state === name)}
            isChosen={name === chosen}
            onChoose={() => onChoose(name)}
          />
          {box.inner.map((inner, at) => {
            const level = box.state.inner[at] as Workflow;
            return (
              <g key={level.start} transform={`translate(${inner.x} ${inner.y})`}>
                <Level workflow={level} plan={inner} {...{ visits, chosen, onChoose }} />
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}

interface StateBoxProps {
  box: Box;
  visits: Visit[];
  isChosen: boolean;
  onChoose: () => void;
}

function StateBox({ box: { state, width, height, inner }, visits, isChosen, onChoose }: StateBoxProps) {
  const { name, type } = state;
  const outcome = outcomeOf(visits);
  const tries = visits.reduce((sum, visit) => sum + visit.tries, 0);
  const again = tries > visits.length ? `${tries} tries` : visits.length > 1 ? `${visits.length} times` : '';
  const holds = inner.length > 0;
  const said = [holds ? `${name} ${type}` : name, outcome ?? 'not entered', again].filter(Boolean).join(', ');
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: there is no button in SVG */}
      <g
        className={`state ${outcome ?? 'passed-by'} ${holds ? 'holds' : ''}`}
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
        <rect width={width} height={height} rx="9" />
        <text
          x={holds ? 14 : width / 2}
          y={(holds ? HEAD + 6 : HEIGHT) / 2 + 4.5}
          textAnchor={holds ? 'start' : 'middle'}
        >
          {name}
          {holds && <tspan className="kind">{` ${type}`}</tspan>}
        </text>
      </g>
      {again && (
        <text className="again" x={width - 4} y={height + 13} textAnchor="end">
          {again}
        </text>
      )}
    </>
  );
}
