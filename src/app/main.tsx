/** Starts the app: tokens, fonts, and the page the address asks for. Pages load when they are needed. */
import "./styles/fonts.css";
import "./styles/base.css";
import { type ComponentType, render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { applyTokens } from "./applyTokens.ts";
import { LandingPage } from "./landing/LandingPage.tsx";
import { startOffline } from "./offline/startOffline.ts";
import { PageHead } from "./PageHead.tsx";
import { currentRoute, type Route } from "./router.ts";

type PageOf<P extends Route["page"]> = ComponentType<Extract<Route, { page: P }>>;

/** A page and what fetched it; null when it did not come. */
interface Loaded<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  readonly component: ComponentType<Props> | null;
}

/** A page that is fetched when it is first shown. */
function Later<Props extends object>({
  load,
  props,
}: {
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
}) {
  const [loaded, setLoaded] = useState<Loaded<Props>>();
  useEffect(() => {
    // Whoever has gone on to another page by the time this one comes must not be shown it.
    let isWanted = true;
    const take = (component: ComponentType<Props> | null) => {
      if (isWanted) setLoaded({ load, component });
    };
    load().then(take, (error: unknown) => {
      console.error(error);
      take(null);
    });
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (loaded?.load !== load) return <p class="loading">Loading…</p>;
  if (loaded.component === null)
    return <PageProblem sentence="This page did not load. Check the connection and reload." />;
  return <loaded.component {...props} />;
}

function PageProblem({ sentence }: { readonly sentence: string }) {
  return (
    <>
      <PageHead />
      <main class="notice-page">
        <h1>Nothing to show</h1>
        <p role="alert">{sentence}</p>
        <p>
          <a href="#/">To the first page</a>
        </p>
      </main>
    </>
  );
}

const loadModules = (): Promise<PageOf<"modules">> =>
  import("./modules/ModulesPage.tsx").then((m) => m.ModulesPage);
const loadCase = (): Promise<PageOf<"case">> =>
  import("./case/CasePage.tsx").then((m) => m.CasePage);
const loadDebrief = (): Promise<PageOf<"debrief">> =>
  import("./debrief/DebriefPage.tsx").then((m) => m.DebriefPage);
const loadReplay = (): Promise<PageOf<"replay">> =>
  import("./case/ReplayPage.tsx").then((m) => m.ReplayPage);

const loadSignIn = (): Promise<PageOf<"signIn">> =>
  import("./account/SignInPage.tsx").then((m) => m.SignInPage);
const loadWelcome = (): Promise<PageOf<"welcome">> =>
  import("./account/WelcomePage.tsx").then((m) => m.WelcomePage);
const loadAccount = (): Promise<PageOf<"account">> =>
  import("./account/AccountPage.tsx").then((m) => m.AccountPage);
const loadPeople = (): Promise<PageOf<"people">> =>
  import("./account/PeoplePage.tsx").then((m) => m.PeoplePage);
const loadAssess = (): Promise<PageOf<"assess">> =>
  import("./room/AssessPage.tsx").then((m) => m.AssessPage);
const loadJoin = (): Promise<PageOf<"join">> =>
  import("./room/JoinPage.tsx").then((m) => m.JoinPage);
const loadRoom = (): Promise<PageOf<"room">> =>
  import("./room/RoomPage.tsx").then((m) => m.RoomPage);
const loadSign = (): Promise<PageOf<"sign">> =>
  import("./room/SignPage.tsx").then((m) => m.SignPage);
const loadRate = (): Promise<PageOf<"rate">> =>
  import("./room/RatePage.tsx").then((m) => m.RatePage);

const loadDepartment = (): Promise<PageOf<"department">> =>
  import("./department/DepartmentPage.tsx").then((m) => m.DepartmentPage);
const loadCertificate = (): Promise<PageOf<"certificate">> =>
  import("./department/CertificatePage.tsx").then((m) => m.CertificatePage);

const TITLES: Record<Route["page"], string> = {
  modules: "Guided modules · OnBypass",
  landing: "OnBypass, a perfusion training simulator",
  case: "Case · OnBypass",
  debrief: "Debrief · OnBypass",
  replay: "Replay · OnBypass",
  signIn: "Sign in · OnBypass",
  welcome: "Your account · OnBypass",
  account: "Your account · OnBypass",
  people: "People · OnBypass",
  department: "Department · OnBypass",
  certificate: "Certificate · OnBypass",
  assess: "Supervised sessions · OnBypass",
  join: "Join a session · OnBypass",
  room: "Session · OnBypass",
  sign: "Result · OnBypass",
  rate: "Second rating · OnBypass",
  unknown: "Not found · OnBypass",
};

function App() {
  const route = currentRoute.value;
  useEffect(() => {
    document.title = TITLES[route.page];
  }, [route.page]);
  switch (route.page) {
    case "landing":
      return <LandingPage />;
    case "modules":
      return <Later load={loadModules} props={route} />;
    case "case":
      return <Later key={route.recordingId} load={loadCase} props={route} />;
    case "debrief":
      return <Later key={route.recordingId} load={loadDebrief} props={route} />;
    case "replay":
      return <Later key={route.recordingId} load={loadReplay} props={route} />;
    case "signIn":
      return <Later load={loadSignIn} props={route} />;
    case "welcome":
      return <Later key={route.secret} load={loadWelcome} props={route} />;
    case "account":
      return <Later load={loadAccount} props={route} />;
    case "people":
      return <Later load={loadPeople} props={route} />;
    case "department":
      return <Later load={loadDepartment} props={route} />;
    case "certificate":
      return <Later key={route.id} load={loadCertificate} props={route} />;
    case "assess":
      return <Later load={loadAssess} props={route} />;
    case "join":
      return <Later key={route.joinCode} load={loadJoin} props={route} />;
    case "room":
      return <Later key={route.sessionId} load={loadRoom} props={route} />;
    case "sign":
      return <Later key={route.sessionId} load={loadSign} props={route} />;
    case "rate":
      return <Later key={route.sessionId} load={loadRate} props={route} />;
    case "unknown":
      return <PageProblem sentence={`There is no page at ${route.address}.`} />;
  }
}

applyTokens(document.documentElement);
render(<App />, document.getElementById("app") as HTMLElement);
startOffline();
