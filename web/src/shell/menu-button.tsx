import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';

export interface MenuButtonProps extends Pick<ButtonDropdownProps, 'iconName' | 'iconSvg' | 'items'> {
  label: string;
  onPick: (id: string) => void;
}

/** A small menu of the top bar, known by its icon and, to a screen reader, by its label. */
export function MenuButton({ label, onPick, ...shape }: MenuButtonProps) {
  return (
    <ButtonDropdown
      variant="icon"
      ariaLabel={label}
      onItemClick={({ detail }) => onPick(detail.id)}
      {...shape}
    />
  );
}
