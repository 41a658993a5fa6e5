using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClocksAndWorkbench : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Firms_CreditCode",
                table: "Firms");

            migrationBuilder.AddColumn<int>(
                name: "CalendarEdition",
                table: "OwedDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "CountedFrom",
                table: "OwedDocuments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CountedFromDay",
                table: "OwedDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AddressKey",
                table: "Firms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactKey",
                table: "Firms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PhoneKey",
                table: "Firms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Codes",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPause",
                table: "ClockSegments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "CalendarEdition",
                table: "CaseDeadlines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Cause",
                table: "CaseDeadlines",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Stage");

            migrationBuilder.AddColumn<string>(
                name: "ComputedBy",
                table: "CaseDeadlines",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Length",
                table: "CaseDeadlines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PauseId",
                table: "CaseDeadlines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProvisionalYears",
                table: "CaseDeadlines",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesId",
                table: "CaseDeadlines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CopiedFromId",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CalendarEditions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NoticeNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    NoticeDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ContentJson = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PublishedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarEditions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "CaseNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddresseeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddresseeName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseNotes_AspNetUsers_AddresseeId",
                        column: x => x.AddresseeId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseNotes_AspNetUsers_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseNotes_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CasePauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RuleKey = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ReasonKey = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Consent = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpectedEnd = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PausedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PausedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Ending = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EndWords = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CasePauses_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampleSeeds",
                columns: table => new
                {
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Seed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleSeeds", x => x.Period);
                });

            migrationBuilder.CreateTable(
                name: "SignFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignFindings_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampleDraws",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    ExaminerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExaminerName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LocarnoClass = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stratum = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Share = table.Column<double>(type: "REAL", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Number = table.Column<double>(type: "REAL", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleDraws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SampleDraws_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SampleDraws_SampleSeeds_Period",
                        column: x => x.Period,
                        principalTable: "SampleSeeds",
                        principalColumn: "Period",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PriorDesignLeads_FoundId",
                table: "PriorDesignLeads",
                column: "FoundId");

            migrationBuilder.CreateIndex(
                name: "IX_OwedDocuments_State_CalendarEdition",
                table: "OwedDocuments",
                columns: new[] { "State", "CalendarEdition" });

            migrationBuilder.CreateIndex(
                name: "IX_Firms_AddressKey",
                table: "Firms",
                column: "AddressKey");

            migrationBuilder.CreateIndex(
                name: "IX_Firms_ContactKey",
                table: "Firms",
                column: "ContactKey");

            migrationBuilder.CreateIndex(
                name: "IX_Firms_CreditCode",
                table: "Firms",
                column: "CreditCode",
                unique: true,
                filter: "\"CreditCode\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Firms_PhoneKey",
                table: "Firms",
                column: "PhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDeadlines_SettledAt_CalendarEdition",
                table: "CaseDeadlines",
                columns: new[] { "SettledAt", "CalendarEdition" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarEditions_Id",
                table: "CalendarEditions",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseNotes_AddresseeId",
                table: "CaseNotes",
                column: "AddresseeId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseNotes_AuthorId",
                table: "CaseNotes",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseNotes_CaseId_WrittenAt",
                table: "CaseNotes",
                columns: new[] { "CaseId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CasePauses_CaseId_From",
                table: "CasePauses",
                columns: new[] { "CaseId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_CasePauses_Open",
                table: "CasePauses",
                column: "CaseId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SampleDraws_At",
                table: "SampleDraws",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SampleDraws_CaseId_Attempt",
                table: "SampleDraws",
                columns: new[] { "CaseId", "Attempt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SampleDraws_Period",
                table: "SampleDraws",
                column: "Period");

            migrationBuilder.CreateIndex(
                name: "IX_SignFindings_CaseId_At",
                table: "SignFindings",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SignFindings_Subject",
                table: "SignFindings",
                column: "Subject");

            // Dates that are open now were asked for by the activity that bears their period's name; without it no calendar and no pause would move them.
            migrationBuilder.Sql(
                """
                UPDATE "CaseDeadlines" SET "ComputedBy" = CASE "RuleKey"
                    WHEN 'court-outcome' THEN 'at-court-deadline'
                    WHEN 'mark-fast-track' THEN 'fast-track-mark-deadline'
                    WHEN 'office-decision-ordinary' THEN 'office-decision-deadline'
                    WHEN 'procurator-answer' THEN 'procurator-deadline'
                    WHEN 'referral-review' THEN 'court-pending-deadline'
                    WHEN 'same-day' THEN 'triage-deadline'
                    WHEN 'venue-confirmation' THEN 'venue-deadline'
                    ELSE "RuleKey" || '-deadline' END
                WHERE "SettledAt" IS NULL AND "RuleKey" IN ('correction', 'counter-notice', 'court-intake', 'court-outcome', 'dossier-completion', 'examination', 'filing-fee', 'hand-over', 'mark-fast-track', 'mediation', 'office-decision', 'office-decision-ordinary', 'office-filing', 'platform-notice', 'platform-response', 'platform-result', 'procurator-answer', 'referral-remedy', 'referral-review', 'route-choice', 'same-day', 'second-reading', 'venue-confirmation');
                """);

            // An edition that was published never changes: the database itself refuses it.
            foreach (var verb in new[] { "UPDATE", "DELETE" })
                migrationBuilder.Sql($"CREATE TRIGGER \"CalendarEditions_no_{verb}\" BEFORE {verb} ON \"CalendarEditions\" BEGIN SELECT RAISE(ABORT, 'CalendarEditions is append-only'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarEditions");

            migrationBuilder.DropTable(
                name: "CaseNotes");

            migrationBuilder.DropTable(
                name: "CasePauses");

            migrationBuilder.DropTable(
                name: "SampleDraws");

            migrationBuilder.DropTable(
                name: "SignFindings");

            migrationBuilder.DropTable(
                name: "SampleSeeds");

            migrationBuilder.DropIndex(
                name: "IX_PriorDesignLeads_FoundId",
                table: "PriorDesignLeads");

            migrationBuilder.DropIndex(
                name: "IX_OwedDocuments_State_CalendarEdition",
                table: "OwedDocuments");

            migrationBuilder.DropIndex(
                name: "IX_Firms_AddressKey",
                table: "Firms");

            migrationBuilder.DropIndex(
                name: "IX_Firms_ContactKey",
                table: "Firms");

            migrationBuilder.DropIndex(
                name: "IX_Firms_CreditCode",
                table: "Firms");

            migrationBuilder.DropIndex(
                name: "IX_Firms_PhoneKey",
                table: "Firms");

            migrationBuilder.DropIndex(
                name: "IX_CaseDeadlines_SettledAt_CalendarEdition",
                table: "CaseDeadlines");

            migrationBuilder.DropColumn(
                name: "CalendarEdition",
                table: "OwedDocuments");

            migrationBuilder.DropColumn(
                name: "CountedFrom",
                table: "OwedDocuments");

            migrationBuilder.DropColumn(
                name: "CountedFromDay",
                table: "OwedDocuments");

            migrationBuilder.DropColumn(
                name: "AddressKey",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "ContactKey",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "PhoneKey",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "Codes",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "IsPause",
                table: "ClockSegments");

            migrationBuilder.DropColumn(
                name: "CalendarEdition",
                table: "CaseDeadlines");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "CaseDeadlines");

            migrationBuilder.DropColumn(
                name: "ComputedBy",
                table: "CaseDeadlines");

            migrationBuilder.DropColumn(
                name: "Length",
                table: "CaseDeadlines");

            migrationBuilder.DropColumn(
                name: "PauseId",
                table: "CaseDeadlines");

            migrationBuilder.DropColumn(
                name: "ProvisionalYears",
                table: "CaseDeadlines");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "CaseDeadlines");

            migrationBuilder.DropColumn(
                name: "CopiedFromId",
                table: "Applications");

            migrationBuilder.CreateIndex(
                name: "IX_Firms_CreditCode",
                table: "Firms",
                column: "CreditCode",
                unique: true);
        }
    }
}
