// Readout from Go: sign in, start a report, be told of its end over the WebSocket, read its rows.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// config is what the page says in /config.json.
type config struct {
	UserPoolID       string `json:"userPoolId"`
	UserPoolClientID string `json:"userPoolClientId"`
	CognitoEndpoint  string `json:"cognitoEndpoint"`
	Rest             string `json:"rest"`
	WebSocket        string `json:"websocket"`
}

type problem struct {
	Name, Message, Field string
}

type run struct {
	RunID  string   `json:"runId"`
	Title  string   `json:"title"`
	Status string   `json:"status"`
	Rows   int      `json:"rows"`
	Error  *problem `json:"error"`
}

func (r run) isOver() bool {
	return r.Status == "succeeded" || r.Status == "failed" || r.Status == "cancelled"
}

// message is what the WebSocket brings: a run, or the answer to `sync`.
type message struct {
	run
	Type   string `json:"type"`
	Runs   []run  `json:"runs"`
	Cursor string `json:"cursor"`
}

type page struct {
	Columns []struct{ Name string }
	Rows    [][]any
	Next    string
}

type readout struct {
	config
	token string
}

// request sends JSON and reads JSON, in which numbers keep every digit.
func request(ctx context.Context, method, address string, headers map[string]string, body, answer any) error {
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return err
		}
		content = bytes.NewReader(text)
	}
	asked, err := http.NewRequestWithContext(ctx, method, address, content)
	if err != nil {
		return err
	}
	for name, value := range headers {
		asked.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(asked)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		text, _ := io.ReadAll(response.Body)
		return fmt.Errorf("%s answered %s: %s", address, response.Status, text)
	}
	decoder := json.NewDecoder(response.Body)
	decoder.UseNumber()
	return decoder.Decode(answer)
}

// signIn proves the password by SRP. The token is good for 15 minutes.
func (r *readout) signIn(ctx context.Context, email, password string) error {
	proof := newSrp()
	var challenge struct{ ChallengeParameters map[string]string }
	err := r.cognito(ctx, "InitiateAuth", map[string]any{
		"AuthFlow":       "USER_SRP_AUTH",
		"ClientId":       r.UserPoolClientID,
		"AuthParameters": map[string]string{"USERNAME": email, "SRP_A": proof.public.Text(16)},
	}, &challenge)
	if err != nil {
		return err
	}
	responses, err := proof.answer(r.UserPoolID, password, challenge.ChallengeParameters)
	if err != nil {
		return err
	}
	var signedIn struct{ AuthenticationResult struct{ IdToken string } }
	err = r.cognito(ctx, "RespondToAuthChallenge", map[string]any{
		"ChallengeName": "PASSWORD_VERIFIER", "ClientId": r.UserPoolClientID, "ChallengeResponses": responses,
	}, &signedIn)
	r.token = signedIn.AuthenticationResult.IdToken
	return err
}

func (r *readout) cognito(ctx context.Context, operation string, body, answer any) error {
	headers := map[string]string{
		"Content-Type": "application/x-amz-json-1.1",
		"X-Amz-Target": "AWSCognitoIdentityProviderService." + operation,
	}
	return request(ctx, http.MethodPost, r.CognitoEndpoint, headers, body, answer)
}

func (r *readout) call(ctx context.Context, method, path string, body, answer any) error {
	return request(ctx, method, r.Rest+path, map[string]string{"Authorization": r.token}, body, answer)
}

// ended returns the run once it is over. A lost connection is opened again; the answer to `sync` tells what was missed.
func (r *readout) ended(ctx context.Context, runID string) (*run, error) {
	cursor := ""
	for {
		var pass struct{ Ticket string }
		if err := r.call(ctx, http.MethodPost, "/tickets", nil, &pass); err != nil {
			return nil, err
		}
		if found := r.listen(ctx, pass.Ticket, runID, &cursor); found != nil {
			return found, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

// listen returns the run once it is over, or nothing when the connection is.
func (r *readout) listen(ctx context.Context, ticket, runID string, cursor *string) *run {
	socket, _, err := websocket.Dial(ctx, r.WebSocket+"?ticket="+url.QueryEscape(ticket), nil)
	if err != nil {
		return nil
	}
	defer socket.CloseNow()
	socket.SetReadLimit(128 * 1024)
	sync := func() error {
		wish := map[string]string{"action": "sync"}
		if *cursor != "" {
			wish["since"] = *cursor
		}
		return wsjson.Write(ctx, socket, wish)
	}
	if sync() != nil {
		return nil
	}
	for {
		var heard message
		if wsjson.Read(ctx, socket, &heard) != nil {
			return nil
		}
		for _, one := range append(heard.Runs, heard.run) {
			if one.RunID == runID && one.isOver() {
				return &one
			}
		}
		if heard.Type != "sync" {
			continue
		}
		*cursor = heard.Cursor
		if len(heard.Runs) > 0 && sync() != nil {
			return nil
		}
	}
}

// printRows prints every row, page after page.
func (r *readout) printRows(ctx context.Context, runID string) error {
	query := ""
	for {
		var one page
		if err := r.call(ctx, http.MethodGet, "/runs/"+runID+"/result"+query, nil, &one); err != nil {
			return err
		}
		if query == "" {
			var names []string
			for _, column := range one.Columns {
				names = append(names, column.Name)
			}
			fmt.Println(strings.Join(names, "\t"))
		}
		for _, row := range one.Rows {
			texts := make([]string, len(row))
			for at, cell := range row {
				texts[at] = fmt.Sprint(cell)
			}
			fmt.Println(strings.Join(texts, "\t"))
		}
		if one.Next == "" {
			return nil
		}
		query = "?page=" + url.QueryEscape(one.Next)
	}
}

func report(ctx context.Context) error {
	var r readout
	if err := request(ctx, http.MethodGet, os.Getenv("READOUT_URL")+"/config.json", nil, nil, &r.config); err != nil {
		return err
	}
	if err := r.signIn(ctx, os.Getenv("READOUT_EMAIL"), os.Getenv("READOUT_PASSWORD")); err != nil {
		return err
	}
	var started run
	wish := map[string]any{"inputs": map[string]any{"month": "2015-12"}}
	path := "/reports/" + url.PathEscape("taxi/daily") + "/runs"
	if err := r.call(ctx, http.MethodPost, path, wish, &started); err != nil {
		return err
	}
	over, err := r.ended(ctx, started.RunID)
	if err != nil {
		return err
	}
	if over.Error != nil {
		return fmt.Errorf("%s: %s", over.Error.Name, over.Error.Message)
	}
	fmt.Printf("%s: %s, %d rows\n", over.Title, over.Status, over.Rows)
	return r.printRows(ctx, over.RunID)
}

func main() {
	if err := report(context.Background()); err != nil {
		log.Fatal(err)
	}
}
