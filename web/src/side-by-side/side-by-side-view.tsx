import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { amend } from '../navigation.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useTask } from '../parts/use-task.ts';
import { strings } from '../strings.ts';
import { Half } from './half.tsx';
import { halfSearch, type Side } from './halves.ts';

const words = strings.sideBySide;
const SIDES: Side[] = ['left', 'right'];

/** Two reports over one connection. Which they are, and the inputs of each, live in the address. */
export default function SideBySideView({ search }: { search: URLSearchParams }) {
  const { catalogue } = useReadout();
  useTask(catalogue.refresh);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={words.lead}>
          {words.title}
        </Header>
      }
    >
      <div className="halves">
        {SIDES.map((side) => (
          <Half
            key={side}
            side={side}
            search={search}
            onChange={(report, inputs) => amend(`/side-by-side?${halfSearch(search, side, report, inputs)}`)}
          />
        ))}
      </div>
    </ContentLayout>
  );
}
