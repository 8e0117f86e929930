import { ActionIcon } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { texts } from '../texts.ts';
import { Dialog } from './dialog.tsx';

interface KeysProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly keys: Readonly<Record<string, string>>;
}

/** Which keys a view knows: a button, and the list that it opens. */
export const Keys = ({ open, onOpen, keys }: KeysProps) => (
  <>
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={texts.keys.title} title={texts.keys.title} onClick={() => onOpen(true)}>
      <IconKeyboard size={20} stroke={1.5} aria-hidden />
    </ActionIcon>
    {open && (
      <Dialog title={texts.keys.title} onClose={() => onOpen(false)}>
        <dl className="keys">
          {Object.entries(keys).map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    )}
  </>
);
