package main

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/mydecisive/mdai-data-core/eventing"
	mdai "github.com/mydecisive/mdai-operator/api/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/dynamic"
)

// replayed is what the variables say with which a replay begins and ends.
type replayed struct {
	ReplayName    string                       `json:"replayName"`
	StartTime     string                       `json:"startTime"`
	EndTime       string                       `json:"endTime"`
	TelemetryType mdai.MdaiReplayTelemetryType `json:"telemetryType"`
	// Done is the name of a replay that has ended.
	Done string `json:"replay_name"`
}

func replayedIn(event eventing.MdaiEvent) (replayed, error) {
	var payload struct{ Data *string }
	if err := json.Unmarshal([]byte(event.Payload), &payload); err != nil {
		return replayed{}, err
	}
	if payload.Data == nil {
		return replayed{}, errors.New("the event has no data")
	}
	return read[replayed](json.RawMessage(*payload.Data))
}

func (h *eventHub) replays(namespace string) dynamic.ResourceInterface {
	return h.objects.Resource(mdai.GroupVersion.WithResource("mdaireplays")).Namespace(namespace)
}

// deploy creates the replay that a variable asks for.
func (h *eventHub) deploy(ctx context.Context, event eventing.MdaiEvent, namespace string, action mdai.DeployReplayAction) error {
	asked, err := replayedIn(event)
	if err != nil {
		return err
	}
	spec := action.ReplaySpec
	spec.HubName, spec.StartTime, spec.EndTime, spec.TelemetryType = event.HubName, asked.StartTime, asked.EndTime, asked.TelemetryType
	replay := &mdai.MdaiReplay{
		TypeMeta:   meta.TypeMeta{APIVersion: mdai.GroupVersion.String(), Kind: "MdaiReplay"},
		ObjectMeta: meta.ObjectMeta{Name: asked.ReplayName, Namespace: namespace},
		Spec:       spec,
	}
	object, err := runtime.DefaultUnstructuredConverter.ToUnstructured(replay)
	if err != nil {
		return err
	}
	_, err = h.replays(namespace).Create(ctx, &unstructured.Unstructured{Object: object}, meta.CreateOptions{})
	return err
}

// cleanUp deletes the replay that a status variable says has ended.
func (h *eventHub) cleanUp(ctx context.Context, event eventing.MdaiEvent, namespace string) error {
	ended, err := replayedIn(event)
	if err != nil {
		return err
	}
	return h.replays(namespace).Delete(ctx, ended.Done, meta.DeleteOptions{})
}
