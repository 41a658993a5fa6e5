using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ProcessJournal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_WorkflowJournal",
                table: "WorkflowJournal");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowJournal_InstanceId_Sequence",
                table: "WorkflowJournal");

            migrationBuilder.DropColumn(
                name: "Id",
                table: "WorkflowJournal");

            migrationBuilder.DropColumn(
                name: "ActivityType",
                table: "WorkflowJournal");

            migrationBuilder.AddColumn<long>(
                name: "StartedAt",
                table: "WorkflowJournal",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // A line for the beginning of a wait becomes the beginning on the line of its end.
            migrationBuilder.Sql("""
                UPDATE WorkflowJournal SET StartedAt = COALESCE(
                    (SELECT MAX(w.At) FROM WorkflowJournal w
                     WHERE w.InstanceId = WorkflowJournal.InstanceId AND w.ActivityId = WorkflowJournal.ActivityId
                       AND w.Event = 'Waiting' AND w.Sequence < WorkflowJournal.Sequence),
                    At)
                """);
            migrationBuilder.Sql("DELETE FROM WorkflowJournal WHERE Event IN ('Waiting', 'Started', 'Finished')");

            migrationBuilder.AddColumn<string>(
                name: "ValueJson",
                table: "WorkflowJournal",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ActivationKey",
                table: "WorkflowInstances",
                type: "TEXT",
                maxLength: 220,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "WorkflowInstances",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ParentInstanceId",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ParentWaitId",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "InstanceId",
                table: "WorkflowInbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_WorkflowJournal",
                table: "WorkflowJournal",
                columns: new[] { "InstanceId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowJournal_At",
                table: "WorkflowJournal",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_ActivationKey",
                table: "WorkflowInstances",
                column: "ActivationKey",
                unique: true,
                filter: "\"ActivationKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_ParentWaitId",
                table: "WorkflowInstances",
                column: "ParentWaitId",
                filter: "\"ParentWaitId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_WorkflowJournal",
                table: "WorkflowJournal");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowJournal_At",
                table: "WorkflowJournal");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_ActivationKey",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_ParentWaitId",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "StartedAt",
                table: "WorkflowJournal");

            migrationBuilder.DropColumn(
                name: "ValueJson",
                table: "WorkflowJournal");

            migrationBuilder.DropColumn(
                name: "ActivationKey",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "ParentInstanceId",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "ParentWaitId",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "InstanceId",
                table: "WorkflowInbox");

            migrationBuilder.AddColumn<Guid>(
                name: "Id",
                table: "WorkflowJournal",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "ActivityType",
                table: "WorkflowJournal",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "PK_WorkflowJournal",
                table: "WorkflowJournal",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowJournal_InstanceId_Sequence",
                table: "WorkflowJournal",
                columns: new[] { "InstanceId", "Sequence" });
        }
    }
}
