import { lazy, Suspense } from 'react';
import { worded } from '../i18n/start-i18n';
import { useCameraRoom } from './camera/camera-room';
import { FaultScreen } from './screens/fault/FaultScreen';
import { HomeScreen } from './screens/home/HomeScreen';
import { LockScreen } from './screens/sign-in/LockScreen';
import { SignInScreen } from './screens/sign-in/SignInScreen';
import { useSession } from './session/session-store';
import { useTablet } from './tablet/tablet-store';

const CameraHost = lazy(() => worded(import('./camera/CameraHost').then((module) => ({ default: module.CameraHost }))));
const EnrolScreen = lazy(() =>
  worded(import('./screens/enrolment/EnrolScreen').then((module) => ({ default: module.EnrolScreen }))),
);
const PendingScreen = lazy(() =>
  worded(import('./screens/enrolment/PendingScreen').then((module) => ({ default: module.PendingScreen }))),
);
const CountsScreen = lazy(() =>
  worded(import('./screens/counts/CountsScreen').then((module) => ({ default: module.CountsScreen }))),
);
const GroupScreen = lazy(() => worded(import('./screens/group/GroupScreen').then((module) => ({ default: module.GroupScreen }))));
const SealedScreen = lazy(() =>
  worded(import('./screens/sealed/SealedScreen').then((module) => ({ default: module.SealedScreen }))),
);
const RefusedScreen = lazy(() =>
  worded(import('./screens/refused/RefusedScreen').then((module) => ({ default: module.RefusedScreen }))),
);
const WelcomeScreen = lazy(() =>
  worded(import('./screens/self-service/WelcomeScreen').then((module) => ({ default: module.WelcomeScreen }))),
);
const PhotoOnlyScreen = lazy(() =>
  worded(import('./screens/photo-only/PhotoOnlyScreen').then((module) => ({ default: module.PhotoOnlyScreen }))),
);
const TransferScreen = lazy(() =>
  worded(import('./screens/transfer/TransferScreen').then((module) => ({ default: module.TransferScreen }))),
);
const Wizard = lazy(() => worded(import('./screens/wizard/Wizard').then((module) => ({ default: module.Wizard }))));

/** One screen at a time: first what the tablet is, then where the person before it is. */
export function App() {
  const stage = useTablet((tablet) => tablet.stage);
  const channel = useSession((session) => session.channel);
  const isCameraWanted = useCameraRoom((room) => room.facing !== undefined);
  return (
    <div data-channel={channel}>
      <Suspense fallback={null}>{stage === 'ready' ? <ReadyTablet /> : <UnreadyTablet />}</Suspense>
      <Suspense fallback={null}>{isCameraWanted ? <CameraHost /> : null}</Suspense>
    </div>
  );
}

function UnreadyTablet() {
  const stage = useTablet((tablet) => tablet.stage);
  const faultCode = useTablet((tablet) => tablet.faultCode);
  if (stage === 'enrolling') return <EnrolScreen />;
  if (stage === 'pending') return <PendingScreen />;
  return stage === 'fault' ? <FaultScreen code={faultCode ?? ''} /> : null;
}

function ReadyTablet() {
  const place = useSession((session) => session.place);
  const isLocked = useSession((session) => session.isLocked);
  if (isLocked) return <LockScreen />;
  switch (place.kind) {
    case 'signIn':
      return <SignInScreen />;
    case 'home':
      return <HomeScreen />;
    case 'counts':
      return <CountsScreen />;
    case 'refused':
      return <RefusedScreen />;
    case 'transfer':
      return <TransferScreen />;
    case 'group':
      return <GroupScreen />;
    case 'welcome':
      return <WelcomeScreen />;
    case 'photoOnly':
      return <PhotoOnlyScreen step={place.step} />;
    case 'wizard':
      return <Wizard step={place.step} />;
    case 'sealed':
      return <SealedScreen receptionNumber={place.receptionNumber} slip={place.slip} file={place.file} />;
  }
}
