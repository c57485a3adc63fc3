import { browserModelPorts, currentModels } from '../../capture/models/browser-models';
import { modelsCacheName } from '../../service-worker/models-cache';
import { isDeliverMessage } from '../../service-worker/messages';
import { browserClock, browserRunnerLock, browserSignals } from '../../sync/device-ports';
import { reopenPhotoRoom } from '../photo-room/photo-room';
import { downloadModels } from './model-download';
import { useModels } from './models-store';

/** Begins to bring the models onto the tablet; the photo room uses them as soon as they are there. */
export function startModels(): void {
  const retry = downloadModels({
    openModels: () => browserModelPorts(modelsCacheName),
    files: currentModels,
    lock: browserRunnerLock('madoguchi-models'),
    clock: browserClock,
    signals: browserSignals(isDeliverMessage),
    random: Math.random,
    onState: (state) => {
      useModels.setState(state);
      if (state.phase === 'ready') reopenPhotoRoom();
    },
  });
  useModels.setState({ retry });
}
