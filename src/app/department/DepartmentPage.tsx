/** The department's pages: a frame with who is signed in, and the view the address names. */
import "../styles/paper.css";
import "../styles/department.css";
import { useEffect } from "preact/hooks";
import { type Me, me, refreshMe } from "../account/me.ts";
import { NoServer } from "../account/NoServer.tsx";
import { PageHead } from "../PageHead.tsx";
import type { DepartmentViewName } from "../router.ts";
import { CurrencyView } from "./CurrencyView.tsx";
import { LogbookView } from "./LogbookView.tsx";
import { MineView } from "./MineView.tsx";
import { PersonView } from "./PersonView.tsx";
import { RegistersView } from "./RegistersView.tsx";
import { Reminders } from "./Reminders.tsx";
import { RulesView } from "./RulesView.tsx";
import { SettingsView } from "./SettingsView.tsx";
import { StaffFormView } from "./StaffFormView.tsx";

export interface DepartmentPageProps {
  readonly view: DepartmentViewName;
  readonly id: string;
  /** The rule whose evidence is asked for; "" for none. */
  readonly ruleId: string;
}

interface Tab {
  readonly view: DepartmentViewName;
  readonly words: string;
  readonly isFor: (who: Me) => boolean;
}

const isStaff = (who: Me): boolean => who.account !== null && who.account.role !== "trainee";
const isHead = (who: Me): boolean => who.account?.role === "head";

const TABS: readonly Tab[] = [
  { view: "currency", words: "Currency", isFor: isStaff },
  { view: "mine", words: "My record", isFor: (who) => who.account !== null },
  { view: "registers", words: "Equipment and store", isFor: (who) => who.account !== null },
  { view: "rules", words: "Rules", isFor: (who) => who.account !== null },
  { view: "settings", words: "Settings", isFor: isHead },
];

export function DepartmentPage(props: DepartmentPageProps) {
  const who = me.value;
  useEffect(() => {
    void refreshMe();
  }, []);
  return (
    <>
      <PageHead>
        <a class="key plain" href="#/">
          Practise
        </a>
        <a class="key plain" href="#/department" aria-current="true">
          Department
        </a>
        <a class="key plain" href="#/account">
          {who?.account?.name ?? "Account"}
        </a>
      </PageHead>
      <main class="department on-paper">
        {who === undefined && <p class="quiet">Asking the server…</p>}
        {who?.problem && <NoServer problem={who.problem} />}
        {who !== undefined && !who.problem && <Signed who={who} {...props} />}
      </main>
    </>
  );
}

function Signed({ who, ...props }: DepartmentPageProps & { readonly who: Me }) {
  const departmentId = who.account?.departmentId ?? null;
  if (departmentId === null) {
    return (
      <section class="panel padded">
        <h1>Department</h1>
        <p>
          {who.account === null
            ? "You are not signed in here."
            : "An administrator belongs to no department; its head sees its records."}
        </p>
        <a class="key hard" href={who.account === null ? "#/sign-in" : "#/people"}>
          {who.account === null ? "Sign in" : "To the departments"}
        </a>
      </section>
    );
  }
  const tabs = TABS.filter((tab) => tab.isFor(who));
  const view = props.view === "currency" && !isStaff(who) ? "mine" : props.view;
  return (
    <>
      <nav class="tabs" aria-label="Department">
        {tabs.map((tab) => (
          <a
            key={tab.view}
            href={tab.view === "currency" ? "#/department" : `#/department/${tab.view}`}
            aria-current={tab.view === view ? "page" : undefined}
          >
            {tab.words}
          </a>
        ))}
      </nav>
      {(view === "currency" || view === "mine") && <Reminders />}
      <View {...props} view={view} departmentId={departmentId} who={who} />
    </>
  );
}

interface ViewProps extends DepartmentPageProps {
  readonly departmentId: string;
  readonly who: Me;
}

function View({ view, id, ruleId, departmentId, who }: ViewProps) {
  switch (view) {
    case "currency":
      return <CurrencyView departmentId={departmentId} />;
    case "mine":
      return <MineView />;
    case "person":
      return (
        <PersonView key={id} staffId={id} ruleId={ruleId} viewer={who.account?.role ?? "trainee"} />
      );
    case "logbook":
      return <LogbookView key={id} staffId={id} viewer={who.account?.role ?? "trainee"} />;
    case "staff":
      return <StaffFormView key={id} staffId={id} departmentId={departmentId} />;
    case "registers":
      return <RegistersView departmentId={departmentId} mayChange={isStaff(who)} />;
    case "rules":
      return <RulesView departmentId={departmentId} mayChange={isHead(who)} />;
    case "settings":
      return <SettingsView departmentId={departmentId} />;
  }
}
