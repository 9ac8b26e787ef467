// The Data API in ten steps: every statement is sent, waited for, and its result read page by page.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/redshiftdata"
	"github.com/aws/aws-sdk-go-v2/service/redshiftdata/types"
)

type quickStart struct {
	client              *redshiftdata.Client
	workgroup, database string
}

type parameters map[string]string

func (q quickStart) start(ctx context.Context, sql string, named parameters) (string, error) {
	input := &redshiftdata.ExecuteStatementInput{
		Sql:           &sql,
		WorkgroupName: &q.workgroup,
		Database:      &q.database,
	}
	for name, value := range named {
		parameter := types.SqlParameter{Name: aws.String(name), Value: aws.String(value)}
		input.Parameters = append(input.Parameters, parameter)
	}
	started, err := q.client.ExecuteStatement(ctx, input)
	if err != nil {
		return "", err
	}
	return *started.Id, nil
}

// wait returns the statement once it has ended. An EventBridge event can tell instead: send it WithEvent.
func (q quickStart) wait(ctx context.Context, id string) (*redshiftdata.DescribeStatementOutput, error) {
	for {
		described, err := q.client.DescribeStatement(ctx, &redshiftdata.DescribeStatementInput{Id: &id})
		if err != nil {
			return nil, err
		}
		switch described.Status {
		case types.StatusStringFinished, types.StatusStringFailed, types.StatusStringAborted:
			return described, nil
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func (q quickStart) run(ctx context.Context, sql string, named parameters) (*redshiftdata.DescribeStatementOutput, error) {
	id, err := q.start(ctx, sql, named)
	if err != nil {
		return nil, err
	}
	described, err := q.wait(ctx, id)
	if err == nil && described.Status != types.StatusStringFinished {
		err = errors.New(aws.ToString(described.Error))
	}
	return described, err
}

// pages returns the records of a result, one list for each page.
func (q quickStart) pages(ctx context.Context, id *string) ([][][]types.Field, error) {
	var pages [][][]types.Field
	paginator := redshiftdata.NewGetStatementResultPaginator(q.client, &redshiftdata.GetStatementResultInput{Id: id})
	for paginator.HasMorePages() {
		page, err := paginator.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page.Records)
	}
	return pages, nil
}

func text(field types.Field) string { return field.(*types.FieldMemberStringValue).Value }
func long(field types.Field) int64  { return field.(*types.FieldMemberLongValue).Value }

func count(number int64, noun string) string {
	if number == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", number, noun)
}

func (q quickStart) change(ctx context.Context) error {
	if _, err := q.run(ctx, "drop table if exists venues", nil); err != nil {
		return err
	}
	created, err := q.run(ctx, "create table venues (id integer, name varchar(40), city varchar(20), seats integer)", nil)
	if err != nil {
		return err
	}
	fmt.Println("create:", created.Status)

	inserted, err := q.run(ctx,
		"insert into venues values (101, :first, 'Lisbon', 120), (102, :second, 'Oslo', 90)",
		parameters{"first": "Tiny Stage", "second": "Back Room"})
	if err != nil {
		return err
	}
	fmt.Println("insert:", count(inserted.ResultRows, "row"))

	source := setting("SOURCE", "s3://quick-start/venues.csv")
	if _, err = q.run(ctx, "copy venues from '"+source+"' iam_role default csv ignoreheader 1", nil); err != nil {
		return err
	}
	counted, err := q.run(ctx, "select count(*) from venues", nil)
	if err != nil {
		return err
	}
	pages, err := q.pages(ctx, counted.Id)
	if err != nil {
		return err
	}
	fmt.Println("copy:", count(long(pages[0][0][0]), "venue"))

	updated, err := q.run(ctx, "update venues set seats = 7000 where name = 'Lisbon Theatre'", nil)
	if err != nil {
		return err
	}
	fmt.Println("update:", count(updated.ResultRows, "row"))

	deleted, err := q.run(ctx, "delete from venues where city = :city", parameters{"city": "Oslo"})
	if err != nil {
		return err
	}
	fmt.Println("delete:", count(deleted.ResultRows, "row"))
	return nil
}

func (q quickStart) read(ctx context.Context) error {
	selected, err := q.run(ctx,
		"select name, seats from venues where city = :city and seats < :seats order by seats desc",
		parameters{"city": "Lisbon", "seats": "7001"})
	if err != nil {
		return err
	}
	pages, err := q.pages(ctx, selected.Id)
	if err != nil {
		return err
	}
	for _, page := range pages {
		for _, record := range page {
			fmt.Println(text(record[0]), "has", long(record[1]), "seats")
		}
	}

	large, err := q.run(ctx,
		"select a.name, b.name, c.name, a.id * b.id * c.id from venues a cross join venues b cross join venues c", nil)
	if err != nil {
		return err
	}
	if pages, err = q.pages(ctx, large.Id); err != nil {
		return err
	}
	rows, where := 0, "one page"
	for _, page := range pages {
		rows += len(page)
	}
	if len(pages) > 1 {
		where = "several pages"
	}
	fmt.Printf("pages: %d rows on %s\n", rows, where)
	return nil
}

func (q quickStart) cancel(ctx context.Context) error {
	var tables []string
	for _, name := range strings.Split("abcdefgh", "") {
		tables = append(tables, "venues "+name)
	}
	id, err := q.start(ctx, "select sum(a.id * b.id) from "+strings.Join(tables, ", "), nil)
	if err != nil {
		return err
	}
	for {
		described, err := q.client.DescribeStatement(ctx, &redshiftdata.DescribeStatementInput{Id: &id})
		if err != nil {
			return err
		}
		if described.Status == types.StatusStringStarted {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if _, err = q.client.CancelStatement(ctx, &redshiftdata.CancelStatementInput{Id: &id}); err != nil {
		return err
	}
	ended, err := q.wait(ctx, id)
	if err == nil {
		fmt.Println("cancel:", ended.Status)
	}
	return err
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func main() {
	ctx := context.Background()
	settings, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	q := quickStart{
		client:    redshiftdata.NewFromConfig(settings),
		workgroup: setting("WORKGROUP", "analytics"),
		database:  setting("DATABASE", "dev"),
	}
	for _, step := range []func(context.Context) error{q.change, q.read, q.cancel} {
		if err := step(ctx); err != nil {
			log.Fatal(err)
		}
	}
}
