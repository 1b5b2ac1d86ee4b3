package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/mydecisive/mdai-data-core/eventing"
	mdai "github.com/mydecisive/mdai-operator/api/v1"
	corev1 "k8s.io/api/core/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// call makes the request of a webhook. Placeholders are replaced in a JSON template alone, and the method is always POST.
func (h *eventHub) call(ctx context.Context, event eventing.MdaiEvent, namespace string, action mdai.CallWebhookAction) error {
	url, err := h.resolve(ctx, namespace, action.URL)
	if err != nil {
		return err
	}
	values, err := h.resolveAll(ctx, namespace, action.TemplateValues, action.TemplateValuesFrom)
	if err != nil {
		return err
	}
	headers, err := h.resolveAll(ctx, namespace, action.Headers, action.HeadersFrom)
	if err != nil {
		return err
	}
	body, err := h.body(ctx, event, namespace, action, values)
	if err != nil {
		return err
	}
	if action.Timeout != nil && action.Timeout.Duration > 0 {
		limited, cancel := context.WithTimeout(ctx, action.Timeout.Duration)
		defer cancel()
		ctx = limited
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode < 200 || answer.StatusCode > 299 {
		return fmt.Errorf("%s answers %s", url, answer.Status)
	}
	return nil
}

func (h *eventHub) body(
	ctx context.Context,
	event eventing.MdaiEvent,
	namespace string,
	action mdai.CallWebhookAction,
	values map[string]string,
) (string, error) {
	if action.TemplateRef == mdai.TemplateRefSlack {
		return slackBody(event, values)
	}
	if action.PayloadTemplate == nil {
		return "", errors.New("there is no template")
	}
	template, err := h.resolve(ctx, namespace, *action.PayloadTemplate)
	if err != nil {
		return "", err
	}
	body := h.texts.InterpolateWithValues(template, &event, values)
	if !json.Valid([]byte(body)) {
		return "", fmt.Errorf("this is no JSON: %s", body)
	}
	return body, nil
}

// resolveAll reads texts from where they are; those that are written down win.
func (h *eventHub) resolveAll(
	ctx context.Context,
	namespace string,
	texts map[string]string,
	from map[string]mdai.ValueFromSource,
) (map[string]string, error) {
	all := map[string]string{}
	for name, source := range from {
		text, err := h.readFrom(ctx, namespace, source.SecretKeyRef, source.ConfigMapKeyRef)
		if err != nil {
			return nil, err
		}
		all[name] = text
	}
	for name, text := range texts {
		all[name] = text
	}
	return all, nil
}

func (h *eventHub) resolve(ctx context.Context, namespace string, text mdai.StringOrFrom) (string, error) {
	switch {
	case text.Value != nil:
		return *text.Value, nil
	case text.ValueFrom != nil:
		return h.readFrom(ctx, namespace, text.ValueFrom.SecretKeyRef, text.ValueFrom.ConfigMapKeyRef)
	default:
		return "", errors.New("there is neither a text nor where it is")
	}
}

func (h *eventHub) readFrom(
	ctx context.Context,
	namespace string,
	secret *corev1.SecretKeySelector,
	configMap *corev1.ConfigMapKeySelector,
) (string, error) {
	switch {
	case secret != nil:
		object, err := h.cluster.CoreV1().Secrets(namespace).Get(ctx, secret.Name, meta.GetOptions{})
		if err != nil {
			return "", err
		}
		return entry(secret.Name, secret.Key, string(object.Data[secret.Key]))
	case configMap != nil:
		object, err := h.cluster.CoreV1().ConfigMaps(namespace).Get(ctx, configMap.Name, meta.GetOptions{})
		if err != nil {
			return "", err
		}
		return entry(configMap.Name, configMap.Key, object.Data[configMap.Key])
	default:
		return "", errors.New("it is in no object")
	}
}

func entry(object, key, text string) (string, error) {
	if text == "" {
		return "", fmt.Errorf("%s has nothing under the key %s", object, key)
	}
	return strings.TrimSpace(text), nil
}
