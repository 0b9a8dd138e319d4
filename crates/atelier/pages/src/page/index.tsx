// A page of the site, or its settings: its fields, its text, what readers see of it and what is printed.
import { useEffect, useState } from "preact/hooks";
import { api, type Page } from "../api";
import { Failure, Waiting } from "../parts";
import { leftBehind, throwAway, type Left } from "./kept";
import { LeftText } from "./left";
import { OpenPage } from "./open";

type Opening = { page: Page; left: Left[]; elsewhere: boolean };

/** Whether what was kept says what the file says. */
const saysTheSame = ({ kept }: Left, page: Page) => kept.text === page.text && kept.changes.length === 0;

export function PageView({ path }: { path: string }) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [lost, setLost] = useState<Left[]>([]);
  const load = async () => {
    setError(null);
    const { left, elsewhere } = await leftBehind(path).catch(() => ({ left: [], elsewhere: false }));
    try {
      const page = await api.page(path);
      for (const one of left.filter((other) => saysTheSame(other, page))) throwAway(one);
      setOpening({ page, elsewhere, left: left.filter((one) => !saysTheSame(one, page)) });
    } catch (wrong) {
      setLost(left);
      setError(wrong);
    }
  };
  useEffect(() => {
    setOpening(null);
    load();
  }, [path]);
  if (opening && opening.page.path === path) return <OpenPage key={path} {...opening} />;
  if (!error) return <Waiting />;
  return (
    <div class="page-failed stack">
      <Failure error={error} again={load} />
      {lost.map((left) => (
        <LeftText key={left.key} left={left} />
      ))}
    </div>
  );
}
