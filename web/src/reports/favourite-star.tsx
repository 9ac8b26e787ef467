import { strings } from '../strings.ts';

const words = strings.reports;

export interface FavouriteStarProps {
  title: string;
  on: boolean;
  onPress: () => void;
}

/** Makes a report one of the person's favourites, or no longer. */
export function FavouriteStar({ title, on, onPress }: FavouriteStarProps) {
  return (
    <button
      type="button"
      className="report-star"
      aria-pressed={on}
      aria-label={on ? words.removeFavourite(title) : words.addFavourite(title)}
      onClick={onPress}
    >
      <svg viewBox="0 0 20 20" focusable="false" aria-hidden="true">
        <path d="m10 2.2 2.4 4.9 5.4.8-3.9 3.8.9 5.4-4.8-2.6-4.8 2.6.9-5.4L2.2 7.9l5.4-.8Z" />
      </svg>
    </button>
  );
}
