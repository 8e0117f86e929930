import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { texts } from '../texts.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page while it is there: the browser keeps the focus in it, Escape closes it, and the focus goes back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by keyboard
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-inside">
        <div className="dialog-head">
          <h2 id={name}>{title}</h2>
          <CloseButton aria-label={texts.states.close} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
