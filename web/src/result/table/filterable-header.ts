import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community';
import { strings } from '../../strings.ts';

const words = strings.result;

export interface FilterableHeaderParams extends IHeaderParams {
  zone?: string;
  isFiltered: boolean;
  onFilter: () => void;
}

/** A column's label, the zone of its times, and the way to its filter, for who points; the keyboard has Alt+↓. */
export class FilterableHeader implements IInnerHeaderComponent {
  private readonly gui = document.createElement('span');
  private readonly label = document.createElement('span');
  private readonly button = document.createElement('button');
  private onFilter = () => {};

  init(params: FilterableHeaderParams): void {
    this.gui.className = 'column-label';
    this.button.type = 'button';
    this.button.tabIndex = -1;
    this.button.className = 'column-filter';
    this.button.addEventListener('click', (event) => {
      event.stopPropagation();
      this.onFilter();
    });
    this.gui.append(this.label, this.button);
    this.refresh(params);
  }

  refresh({ displayName, zone, isFiltered, onFilter }: FilterableHeaderParams): boolean {
    this.label.textContent = zone === undefined ? displayName : `${displayName} (${zone})`;
    this.button.setAttribute('aria-label', words.filterColumn(displayName));
    this.button.title = words.filterColumn(displayName);
    this.button.classList.toggle('is-on', isFiltered);
    this.onFilter = onFilter;
    return true;
  }

  getGui(): HTMLElement {
    return this.gui;
  }
}
