import { useEffect, useId, useState } from 'react';
import { texts } from '../texts.ts';

/** Words to look for; asked for on Enter or the button, not at every letter. */
export function SearchBox({
  words,
  onSearch,
  label = texts.overview.words,
}: {
  readonly words: string;
  readonly onSearch: (words: string) => void;
  readonly label?: string;
}) {
  const [typed, setTyped] = useState(words);
  const hint = useId();
  useEffect(() => setTyped(words), [words]);
  return (
    <search>
      <form
        className="ov-search"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <input
          type="search"
          aria-label={label}
          aria-describedby={hint}
          placeholder={label}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit">{texts.overview.find}</button>
        <span id={hint} className="ov-unseen">
          {texts.overview.wordsHint}
        </span>
      </form>
    </search>
  );
}
