/** A panel that takes files: chosen, or dropped anywhere on it. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";

interface FilePanelProps {
  readonly title: string;
  /** What to give, and what is done with it. */
  readonly ask: string;
  /** Endings and types, as the browser's dialog wants them. */
  readonly accept: string;
  readonly isMany?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

export function FilePanel({
  title,
  ask,
  accept,
  isMany = false,
  onFiles,
  children,
}: FilePanelProps) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null | undefined): void => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section
      class={`panel import ${isOver ? "over" : ""}`}
      aria-labelledby={id}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <h2 id={id}>{title}</h2>
      <label>
        <span class="soft small">{ask}</span>
        <input
          type="file"
          multiple={isMany}
          accept={accept}
          onChange={(event) => take(event.currentTarget.files)}
        />
      </label>
      {children}
    </section>
  );
}
